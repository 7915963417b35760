using System.Collections.Immutable;

namespace Mrap.Core.Drills.Drafts;

/// <summary>Traffic as somebody typed it.</summary>
public sealed record DrillTrafficDraft
{
    /// <summary>Places and weights, such as <c>gb-london</c> and <c>2</c>.</summary>
    public ImmutableArray<DrillEntry> From { get; init; } = [];

    /// <summary>Such as <c>40</c>.</summary>
    public string? RequestsPerSecond { get; init; }

    /// <summary>Such as <c>0.8</c> or <c>80%</c>.</summary>
    public string? Reads { get; init; }

    /// <summary>Such as <c>200</c>.</summary>
    public string? Keys { get; init; }

    /// <summary>Such as <c>4 KiB</c>.</summary>
    public string? ObjectSize { get; init; }
}
