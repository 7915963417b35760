using System.Collections.Immutable;

namespace Mrap.Core.Drills.Drafts;

/// <summary>A phase as somebody typed it. At most one of the actions may be given.</summary>
public sealed record DrillPhaseDraft
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Such as <c>30s</c> or <c>2m</c>.</summary>
    public string? Duration { get; init; }

    /// <summary>Conditions to set; null when the action is another.</summary>
    public ImmutableArray<DrillRegionDraft>? Set { get; init; }

    /// <summary>Regions and <c>active</c> or <c>passive</c>; null when the action is another.</summary>
    public ImmutableArray<DrillEntry>? Routes { get; init; }

    /// <summary>The failover; null when the action is another.</summary>
    public DrillFailoverDraft? Failover { get; init; }

    /// <summary><c>everything</c>; null when the action is another.</summary>
    public string? Restore { get; init; }
}
