using System.Collections.Immutable;
using Mrap.Core.Replication.Planning;

namespace Mrap.Core.Replication.Drafts;

/// <summary>What a form about rules says while somebody fills it in: it may be unfinished, or wrong.</summary>
public sealed record RuleDraft
{
    /// <summary>The longest key of a tag, in characters.</summary>
    public const int MaxTagKey = 128;

    /// <summary>The longest value of a tag, in characters.</summary>
    public const int MaxTagValue = 256;

    /// <summary>What keys begin with; empty for any key.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>The tags as <c>x-amz-tagging</c> has them: percent-encoded pairs of key and value, <c>&amp;</c> between them.</summary>
    public string TagText { get; init; } = string.Empty;

    /// <summary>Whether the rules are off.</summary>
    public bool IsOff { get; init; }

    /// <summary>Whether replication time control is on.</summary>
    public bool TimeControl { get; init; }

    /// <summary>Whether metrics and notifications are on.</summary>
    public bool Metrics { get; init; }

    /// <summary>Whether delete markers are replicated.</summary>
    public bool DeleteMarkers { get; init; }

    /// <summary>Whether changes of replicas are sent back.</summary>
    public bool ReplicaModifications { get; init; }

    /// <summary>The tags in the order in which they were typed, unfinished ones too.</summary>
    public ImmutableArray<ReplicationTag> Tags => TagText.Length == 0 ? [] : [.. TagText.Split('&').Select(ReadTag)];

    /// <summary>The options; tags without a key are left out.</summary>
    public ReplicationOptions Options => new()
    {
        Scope = new ReplicationScope(Prefix, [.. Tags.Where(tag => tag.Key.Length > 0)]),
        IsEnabled = !IsOff,
        TimeControl = TimeControl,
        Metrics = Metrics || TimeControl,
        DeleteMarkers = DeleteMarkers,
        ReplicaModifications = ReplicaModifications,
    };

    /// <summary>What is wrong with the prefix or the tags: a sentence; null when nothing is.</summary>
    public string? ScopeFault
    {
        get
        {
            var tags = Tags;
            return Prefix.Length > ReplicationRules.MaxPrefixLength ? $"A prefix has at most {ReplicationRules.MaxPrefixLength} characters."
                : tags.Any(tag => tag.Key.Length == 0) ? "Every tag needs a key: name it or remove the tag."
                : tags.Any(tag => tag.Key.Length > MaxTagKey) ? $"The key of a tag has at most {MaxTagKey} characters."
                : tags.Any(tag => tag.Value.Length > MaxTagValue) ? $"The value of a tag has at most {MaxTagValue} characters."
                : tags.DistinctBy(tag => tag.Key).Count() < tags.Length ? "Each key of a tag can stand there once."
                : null;
        }
    }

    /// <summary>What is wrong with the options: a sentence; null when nothing is.</summary>
    public string? OptionsFault => DeleteMarkers && !Tags.IsEmpty
        ? "Delete markers have no tags: rules with tags cannot replicate them."
        : null;

    /// <summary>The form that says what a rule says.</summary>
    public static RuleDraft Of(ReplicationRule rule)
    {
        var options = ReplicationOptions.Of(rule);
        return new RuleDraft
        {
            Prefix = options.Scope.Prefix,
            IsOff = !options.IsEnabled,
            TimeControl = options.TimeControl,
            Metrics = options.Metrics,
            DeleteMarkers = options.DeleteMarkers,
            ReplicaModifications = options.ReplicaModifications,
        }.WithTags(options.Scope.Tags);
    }

    /// <summary>The same with other tags.</summary>
    public RuleDraft WithTags(IEnumerable<ReplicationTag> tags) => this with
    {
        TagText = string.Join('&', tags.Select(tag => $"{Uri.EscapeDataString(tag.Key)}={Uri.EscapeDataString(tag.Value)}")),
    };

    private static ReplicationTag ReadTag(string text)
    {
        var mark = text.IndexOf('=', StringComparison.Ordinal);
        return mark < 0
            ? new ReplicationTag(Uri.UnescapeDataString(text), string.Empty)
            : new ReplicationTag(Uri.UnescapeDataString(text[..mark]), Uri.UnescapeDataString(text[(mark + 1)..]));
    }
}
