using System.Collections.Immutable;
using Amazon.S3;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Settings;
using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;
using Wire = Amazon.S3.Model;

namespace Mrap.Aws.Replication;

/// <summary>Reads how the buckets behind an access point replicate.</summary>
/// <param name="read">Reads what replication asks of a bucket.</param>
public sealed class GetReplication(AwsClients clients, ReadSettings read)
{
    private const string NoConfiguration = "ReplicationConfigurationNotFoundError";

    /// <summary>Reads the rules of all buckets, and what replication asks of them, at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What is known of each bucket, in the order of the access point; what could not be read says why.</returns>
    public async Task<ImmutableArray<BucketReplication>> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(accessPoint.Members.Select(member => ReadAsync(member, cancellationToken)))];

    /// <summary>Reads the rules of one bucket, and what replication asks of it.</summary>
    /// <param name="member">The bucket.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What is known; what could not be read says why.</returns>
    public async Task<BucketReplication> ReadAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var rules = ReadRulesAsync(member, cancellationToken);
        var versioning = read.VersioningAsync(member, cancellationToken);
        var objectLock = read.ObjectLockAsync(member, cancellationToken);
        var payment = read.RequestPaymentAsync(member, cancellationToken);
        var encryption = read.EncryptionAsync(member, cancellationToken);
        return new BucketReplication(
            member,
            await rules,
            (await versioning).ToFact(found => found.Value?.Status == VersionStatus.Enabled),
            (await objectLock).ToFact(found => found.Value?.ObjectLockEnabled == ObjectLockEnabled.Enabled),
            (await payment).ToFact(found => found.Value == "Requester"),
            (await encryption).ToFact(found => EncryptionText.Algorithm(found.Value)));
    }

    /// <summary>Reads the rules of one bucket.</summary>
    /// <param name="member">The bucket.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The configuration, or why it could not be read.</returns>
    public async Task<Fact<ReplicationConfiguration>> ReadRulesAsync(MemberBucket member, CancellationToken cancellationToken) =>
        (await FindRulesAsync(member, cancellationToken)).ToFact(rules => rules);

    internal async Task<Outcome<ReplicationConfiguration>> FindRulesAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new Wire.GetBucketReplicationRequest { BucketName = member.Bucket.Value };
        var outcome = await AwsCall.InvokeAsync(
            $"Replication rules of `{member.Bucket}` could not be read.",
            () => clients.S3(member.Region).GetBucketReplicationAsync(request, cancellationToken));
        return outcome.TryGet(out var answer, out var fault)
            ? ReplicationMapper.Read(answer.Configuration)
            : fault.Code == NoConfiguration ? ReplicationConfiguration.None : fault;
    }
}
