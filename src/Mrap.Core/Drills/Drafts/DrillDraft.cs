using System.Collections.Immutable;

namespace Mrap.Core.Drills.Drafts;

/// <summary>A drill as somebody typed it, unchecked: every value is the text of a key of a drill file, null where it is missing.</summary>
public sealed record DrillDraft
{
    /// <summary>The name of the drill.</summary>
    public string? Name { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>The name of the access point.</summary>
    public string? AccessPoint { get; init; }

    /// <summary>The traffic.</summary>
    public DrillTrafficDraft? Traffic { get; init; }

    /// <summary>The phases.</summary>
    public ImmutableArray<DrillPhaseDraft> Phases { get; init; } = [];

    /// <summary>What must hold.</summary>
    public DrillObjectivesDraft Objectives { get; init; } = new();
}
