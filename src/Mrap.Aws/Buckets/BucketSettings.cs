using Amazon.S3;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Failover;

namespace Mrap.Aws.Buckets;

/// <summary>Reads settings of one bucket, each by a call of its own; what could not be read says why.</summary>
public sealed class BucketSettings(AwsClients clients)
{
    /// <summary>Whether versioning is enabled.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Fact<bool>> IsVersionedAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetBucketVersioningRequest { BucketName = member.Bucket.Value };
        var outcome = await AwsCall.InvokeAsync(
            $"Versioning of `{member.Bucket}` could not be read.",
            () => clients.S3(member.Region).GetBucketVersioningAsync(request, cancellationToken));
        return outcome.ToFact(answer => answer.VersioningConfig?.Status == VersionStatus.Enabled);
    }

    /// <summary>The default encryption, such as <c>AES256</c> or <c>aws:kms</c>; empty for none.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Fact<string>> EncryptionAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetBucketEncryptionRequest { BucketName = member.Bucket.Value };
        var outcome = await AwsCall.InvokeAsync(
            $"Default encryption of `{member.Bucket}` could not be read.",
            () => clients.S3(member.Region).GetBucketEncryptionAsync(request, cancellationToken));
        return outcome.ToFact(
            answer => answer.ServerSideEncryptionConfiguration?.ServerSideEncryptionRules?.FirstOrDefault()
                ?.ServerSideEncryptionByDefault?.ServerSideEncryptionAlgorithm?.Value ?? string.Empty,
            "ServerSideEncryptionConfigurationNotFoundError",
            string.Empty);
    }

    /// <summary>Whether Object Lock is enabled.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Fact<bool>> HasObjectLockAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetObjectLockConfigurationRequest { BucketName = member.Bucket.Value };
        var outcome = await AwsCall.InvokeAsync(
            $"Object Lock of `{member.Bucket}` could not be read.",
            () => clients.S3(member.Region).GetObjectLockConfigurationAsync(request, cancellationToken));
        return outcome.ToFact(
            answer => answer.ObjectLockConfiguration?.ObjectLockEnabled == ObjectLockEnabled.Enabled,
            "ObjectLockConfigurationNotFoundError",
            false);
    }

    /// <summary>Whether requesters pay.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Fact<bool>> IsRequesterPaysAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetBucketRequestPaymentRequest { BucketName = member.Bucket.Value };
        var outcome = await AwsCall.InvokeAsync(
            $"Who pays for requests to `{member.Bucket}` could not be read.",
            () => clients.S3(member.Region).GetBucketRequestPaymentAsync(request, cancellationToken));
        return outcome.ToFact(answer => answer.Payer == "Requester");
    }
}
