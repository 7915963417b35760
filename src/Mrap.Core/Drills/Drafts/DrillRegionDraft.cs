namespace Mrap.Core.Drills.Drafts;

/// <summary>The condition of a Region as somebody typed it.</summary>
/// <param name="Region">The Region code.</param>
public sealed record DrillRegionDraft(string Region)
{
    /// <summary><c>up</c>, <c>degraded</c> or <c>down</c>.</summary>
    public string? State { get; init; }

    /// <summary>Such as <c>400ms</c>.</summary>
    public string? Latency { get; init; }

    /// <summary>Such as <c>50ms</c>.</summary>
    public string? Jitter { get; init; }

    /// <summary>Such as <c>0.05</c> or <c>5%</c>.</summary>
    public string? Errors { get; init; }

    /// <summary><c>paused</c> or <c>running</c>.</summary>
    public string? Replication { get; init; }
}
