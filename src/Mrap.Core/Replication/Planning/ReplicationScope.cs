using System.Collections.Immutable;

namespace Mrap.Core.Replication.Planning;

/// <summary>Which objects a rule is about, in whatever form its filter is written: two scopes are equal when they cover the same.</summary>
public sealed record ReplicationScope
{
    /// <summary>Makes a scope.</summary>
    /// <param name="prefix">What a key must begin with; empty for any key.</param>
    /// <param name="tags">The tags that an object must have, in any order.</param>
    public ReplicationScope(string prefix, params ImmutableArray<ReplicationTag> tags)
    {
        Prefix = prefix;
        Tags =
        [
            .. tags.Distinct().OrderBy(tag => tag.Key, StringComparer.Ordinal).ThenBy(tag => tag.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every object.</summary>
    public static ReplicationScope WholeBucket { get; } = new(string.Empty);

    /// <summary>What a key must begin with; empty for any key.</summary>
    public string Prefix { get; }

    /// <summary>The tags that an object must have, by key.</summary>
    public ImmutableArray<ReplicationTag> Tags { get; }

    /// <summary>The scope as a filter of the second version.</summary>
    public ReplicationFilter Filter => Tags switch
    {
        [] => new ReplicationFilter.Prefix(Prefix),
        [var tag] when Prefix.Length == 0 => new ReplicationFilter.Tag(tag),
        _ => new ReplicationFilter.And(Prefix.Length == 0 ? null : Prefix, Tags),
    };

    /// <summary>The scope of a filter.</summary>
    public static ReplicationScope Of(ReplicationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new ReplicationScope(filter.KeyPrefix, filter.AllTags);
    }

    /// <summary>Whether both cover the same objects.</summary>
    public bool Equals(ReplicationScope? other) =>
        other is not null && Prefix == other.Prefix && Tags.AsSpan().SequenceEqual(other.Tags.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Prefix, Tags.Length);
}
