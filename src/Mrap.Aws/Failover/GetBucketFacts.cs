using System.Collections.Immutable;
using Amazon.S3.Model;
using Mrap.Aws.Buckets;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Aws.Replication;
using Mrap.Core.AccessPoints;
using Mrap.Core.Failover;

namespace Mrap.Aws.Failover;

/// <summary>Reads what matters about a bucket when traffic is to move from or to it.</summary>
/// <param name="getPermissions">Reads its policy and Block Public Access.</param>
/// <param name="settings">Reads its versioning and encryption.</param>
/// <param name="getReplication">Reads its replication rules.</param>
public sealed class GetBucketFacts(
    AwsClients clients, GetPermissions getPermissions, BucketSettings settings, GetReplication getReplication)
{
    /// <summary>Reads it, all at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What is known; what could not be read says why.</returns>
    public async Task<BucketFacts> ExecuteAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var permissions = getPermissions.ReadBucketAsync(member, cancellationToken);
        var versioning = settings.IsVersionedAsync(member, cancellationToken);
        var encryption = settings.EncryptionAsync(member, cancellationToken);
        var lifecycle = LifecycleAsync(member, cancellationToken);
        var replication = getReplication.ReadRulesAsync(member, cancellationToken);
        var known = await permissions;
        return new BucketFacts(
            member,
            await versioning,
            known.Block.ToFact(block => block),
            known.Policy.ToFact(policy => policy.Text ?? string.Empty),
            await encryption,
            await lifecycle,
            await replication);
    }

    private async Task<Fact<ImmutableArray<string>>> LifecycleAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetLifecycleConfigurationRequest { BucketName = member.Bucket.Value };
        var outcome = await AwsCall.InvokeAsync(
            $"Lifecycle rules of `{member.Bucket}` could not be read.",
            () => clients.S3(member.Region).GetLifecycleConfigurationAsync(request, cancellationToken));
        return outcome.ToFact(
            answer => (answer.Configuration?.Rules ?? []).Select(LifecycleRuleText.Of).ToImmutableArray(),
            "NoSuchLifecycleConfiguration",
            []);
    }
}
