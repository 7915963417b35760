using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication;

/// <summary>What S3 looks at in a bucket that a rule replicates to.</summary>
/// <param name="Owner">The account that owns it.</param>
/// <param name="IsVersioned">Whether versioning is enabled.</param>
public sealed record DestinationState(AccountId Owner, bool IsVersioned);
