using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Drafts;

namespace Mrap.Web.Navigation;

/// <summary>How far somebody has come with creating replication rules, as the address says it.</summary>
public sealed record ReplicationWizardState : IPageState<ReplicationWizardState>
{
    private const int MaxTags = 4096;
    private const string Nowhere = "none";

    /// <summary>The beginning.</summary>
    public static ReplicationWizardState None { get; } = new();

    /// <summary>The step.</summary>
    public ReplicationStep Step { get; init; }

    /// <summary>The template.</summary>
    public ReplicationPattern Template { get; init; }

    /// <summary>The Regions of the sources, as the address has them; null for those that are usual.</summary>
    public string? From { get; init; }

    /// <summary>The Regions of the destinations, as the address has them; null for those that are usual.</summary>
    public string? To { get; init; }

    /// <summary>What the rules say.</summary>
    public RuleDraft Draft { get; init; } = new();

    /// <summary>Whether rules that are there and not asked for are removed.</summary>
    public bool IsReplacing { get; init; }

    /// <inheritdoc/>
    public static ReplicationWizardState FromQuery(PageQuery query) => new()
    {
        Step = query.Name<ReplicationStep>("step", "buckets, scope, options or review") ?? ReplicationStep.Buckets,
        Template = query.Name<ReplicationPattern>("template", "among or one-way") ?? ReplicationPattern.Among,
        From = query.Text("from", MaxTags),
        To = query.Text("to", MaxTags),
        Draft = new RuleDraft
        {
            Prefix = query.Text("prefix", ReplicationRules.MaxPrefixLength) ?? string.Empty,
            TagText = query.Text("tags", MaxTags) ?? string.Empty,
            IsOff = query.IsSet("off"),
            TimeControl = query.IsSet("rtc"),
            Metrics = query.IsSet("metrics"),
            DeleteMarkers = query.IsSet("delete-markers"),
            ReplicaModifications = query.IsSet("replica-changes"),
        },
        IsReplacing =
            query.Value("others", text => text is "keep" or "replace" ? text == "replace" : (bool?)null, "keep or replace") is true,
    };

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("template", PageQuery.NameOf(Template)),
        ("step", Step == ReplicationStep.Buckets ? null : PageQuery.NameOf(Step)),
        ("from", From),
        ("to", To),
        ("prefix", Draft.Prefix),
        ("tags", Draft.TagText),
        ("off", Flag(Draft.IsOff)),
        ("rtc", Flag(Draft.TimeControl)),
        ("metrics", Flag(Draft.Metrics)),
        ("delete-markers", Flag(Draft.DeleteMarkers)),
        ("replica-changes", Flag(Draft.ReplicaModifications)),
        ("others", IsReplacing ? "replace" : null),
    ];

    /// <summary>The buckets that a text of the address means.</summary>
    /// <param name="text">Codes of Regions with commas between; null for the usual ones.</param>
    /// <param name="members">The buckets there are; others are passed over.</param>
    /// <param name="usual">The buckets that are meant when nothing is said.</param>
    public static ImmutableArray<MemberBucket> Read(
        string? text, ImmutableArray<MemberBucket> members, IEnumerable<MemberBucket> usual) =>
        text is null ? [.. usual] : [.. members.Where(member => text.Split(',').Contains(member.Region.Value))];

    /// <summary>The text of the address that means buckets.</summary>
    public static string Write(IEnumerable<RegionId> regions)
    {
        var text = string.Join(',', regions);
        return text.Length == 0 ? Nowhere : text;
    }

    private static string? Flag(bool isSet) => isSet ? "1" : null;
}
