using Mrap.Core.AccessPoints;

namespace Mrap.Core.Comparison;

/// <summary>What an enabled replication rule says about which objects go where, as far as a key can tell.</summary>
/// <param name="Source">The bucket that has the rule.</param>
/// <param name="Destination">The bucket it leads to.</param>
/// <param name="Prefix">What the keys begin with; empty for all.</param>
/// <param name="HasTags">Whether it looks at tags as well, so that the key alone does not decide.</param>
/// <param name="CopiesDeletions">Whether delete markers are replicated.</param>
public sealed record CoveringRule(BucketName Source, BucketName Destination, string Prefix, bool HasTags, bool CopiesDeletions)
{
    /// <summary>Whether it carries a key from one bucket to another.</summary>
    public bool Covers(BucketName source, BucketName destination, string key) =>
        source == Source && destination == Destination && key.StartsWith(Prefix, StringComparison.Ordinal);
}
