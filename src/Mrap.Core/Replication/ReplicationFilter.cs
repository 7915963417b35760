using System.Collections.Immutable;

namespace Mrap.Core.Replication;

/// <summary>
/// Which objects a rule is about, in the form that was sent (Amazon S3 API Reference, "ReplicationRuleFilter"): <see cref="Legacy"/> is of
/// the first version of the configuration, the others of the second.
/// </summary>
public abstract record ReplicationFilter
{
    private ReplicationFilter()
    {
    }

    /// <summary>What a key must begin with; empty for any key.</summary>
    public abstract string KeyPrefix { get; }

    /// <summary>The tags that an object must have, all of them.</summary>
    public virtual ImmutableArray<ReplicationTag> AllTags => [];

    /// <summary>Whether an object is one of those that the rule is about.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="tags">The tags of the object; none for a delete marker.</param>
    public bool Covers(string key, ImmutableArray<ReplicationTag> tags) => HasPrefix(key) && HasTags(tags);

    internal bool HasPrefix(string key) => key.StartsWith(KeyPrefix, StringComparison.Ordinal);

    internal bool HasTags(ImmutableArray<ReplicationTag> tags)
    {
        foreach (var tag in AllTags)
        {
            if (tags.IsDefaultOrEmpty || !tags.Contains(tag))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A <c>Prefix</c> directly in the rule: the first version of the configuration.</summary>
    /// <param name="Text">What a key must begin with; empty for any key.</param>
    public sealed record Legacy(string Text) : ReplicationFilter
    {
        /// <inheritdoc/>
        public override string KeyPrefix => Text;
    }

    /// <summary>An empty <c>Filter</c>: every object.</summary>
    public sealed record Everything : ReplicationFilter
    {
        /// <inheritdoc/>
        public override string KeyPrefix => string.Empty;
    }

    /// <summary>A <c>Filter</c> with a <c>Prefix</c>.</summary>
    /// <param name="Text">What a key must begin with; empty for any key.</param>
    public sealed record Prefix(string Text) : ReplicationFilter
    {
        /// <inheritdoc/>
        public override string KeyPrefix => Text;
    }

    /// <summary>A <c>Filter</c> with one <c>Tag</c>.</summary>
    /// <param name="Wanted">The tag that an object must have.</param>
    public sealed record Tag(ReplicationTag Wanted) : ReplicationFilter
    {
        /// <inheritdoc/>
        public override string KeyPrefix => string.Empty;

        /// <inheritdoc/>
        public override ImmutableArray<ReplicationTag> AllTags { get; } = [Wanted];

        /// <summary>Whether both ask for the same tag.</summary>
        public bool Equals(Tag? other) => other is not null && Wanted == other.Wanted;

        /// <inheritdoc/>
        public override int GetHashCode() => Wanted.GetHashCode();
    }

    /// <summary>A <c>Filter</c> with an <c>And</c>.</summary>
    /// <param name="Text">What a key must begin with; null when it is absent.</param>
    /// <param name="Tags">The tags that an object must have, in the order in which they were sent.</param>
    public sealed record And(string? Text, ImmutableArray<ReplicationTag> Tags) : ReplicationFilter
    {
        /// <inheritdoc/>
        public override string KeyPrefix => Text ?? string.Empty;

        /// <inheritdoc/>
        public override ImmutableArray<ReplicationTag> AllTags => Tags;

        /// <summary>Whether both ask for the same, in the same order.</summary>
        public bool Equals(And? other) => other is not null && Text == other.Text && Tags.AsSpan().SequenceEqual(other.Tags.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Text, Tags.Length);
    }
}
