using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;
using Mrap.Core.Replication;

namespace Mrap.Core.Failover;

/// <summary>What matters about one bucket of an access point when traffic is to move from or to it.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="IsVersioned">Whether versioning is enabled.</param>
/// <param name="Block">Its Block Public Access.</param>
/// <param name="Policy">Its policy, JSON; empty when it has none.</param>
/// <param name="Encryption">Its default encryption, such as <c>AES256</c> or <c>aws:kms</c>; empty for none.</param>
/// <param name="Lifecycle">Its lifecycle rules, one text each, in any order.</param>
/// <param name="Replication">Its replication rules; <see cref="ReplicationConfiguration.None"/> when it has none.</param>
public sealed record BucketFacts(
    MemberBucket Member,
    Fact<bool> IsVersioned,
    Fact<BlockPublicAccess> Block,
    Fact<string> Policy,
    Fact<string> Encryption,
    Fact<ImmutableArray<string>> Lifecycle,
    Fact<ReplicationConfiguration> Replication);
