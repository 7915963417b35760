using System.Collections.Immutable;
using Amazon.S3;
using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Aws.Replication;
using Mrap.Aws.Settings;
using Mrap.Core.AccessPoints;
using Mrap.Core.Failover;

namespace Mrap.Aws.Failover;

/// <summary>Reads what matters about a bucket when traffic is to move from or to it.</summary>
/// <param name="read">Reads its settings.</param>
/// <param name="getPermissions">Reads its policy and Block Public Access.</param>
/// <param name="getReplication">Reads its replication rules.</param>
public sealed class GetBucketFacts(ReadSettings read, GetPermissions getPermissions, GetReplication getReplication)
{
    /// <summary>Reads it, all at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What is known; what could not be read says why.</returns>
    public async Task<BucketFacts> ExecuteAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var permissions = getPermissions.ReadBucketAsync(member, cancellationToken);
        var versioning = read.VersioningAsync(member, cancellationToken);
        var encryption = read.EncryptionAsync(member, cancellationToken);
        var lifecycle = read.LifecycleAsync(member, cancellationToken);
        var replication = getReplication.ReadRulesAsync(member, cancellationToken);
        var known = await permissions;
        return new BucketFacts(
            member,
            (await versioning).ToFact(found => found.Value?.Status == VersionStatus.Enabled),
            known.Block.ToFact(block => block),
            known.Policy.ToFact(policy => policy.Text ?? string.Empty),
            (await encryption).ToFact(found => EncryptionText.Algorithm(found.Value)),
            (await lifecycle).ToFact(found => (found.Value?.Rules ?? []).Select(LifecycleRuleText.Of).ToImmutableArray()),
            await replication);
    }
}
