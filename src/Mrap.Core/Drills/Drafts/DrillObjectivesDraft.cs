using System.Collections.Immutable;

namespace Mrap.Core.Drills.Drafts;

/// <summary>Objectives as somebody typed them; what is missing is not asked, but for lost writes.</summary>
public sealed record DrillObjectivesDraft
{
    /// <summary>Such as <c>30s</c>.</summary>
    public string? RecoverWithin { get; init; }

    /// <summary>The share of errors over all, such as <c>0.02</c> or <c>2%</c>.</summary>
    public string? Errors { get; init; }

    /// <summary>Phases and their share of errors.</summary>
    public ImmutableArray<DrillEntry> ErrorsByPhase { get; init; } = [];

    /// <summary>How many acknowledged writes may be lost.</summary>
    /// <value>Missing stands for 0.</value>
    public string? LostWrites { get; init; }

    /// <summary>Such as <c>800ms</c>.</summary>
    public string? P95During { get; init; }
}
