using System.Collections.Immutable;

namespace Mrap.Web.Components.Map;

/// <summary>A step of the scale in which maps colour how long clients wait.</summary>
/// <param name="Under">What it stays under, in milliseconds.</param>
/// <param name="Text">What it is, in words.</param>
/// <param name="Colour">Its colour, as a CSS value.</param>
public sealed record LatencyStep(double Under, string Text, string Colour)
{
    /// <summary>The steps, the fastest first.</summary>
    public static ImmutableArray<LatencyStep> All { get; } =
    [
        new(30, "under 30 ms", "var(--latency-1)"),
        new(60, "30 to 60 ms", "var(--latency-2)"),
        new(100, "60 to 100 ms", "var(--latency-3)"),
        new(150, "100 to 150 ms", "var(--latency-4)"),
        new(double.PositiveInfinity, "150 ms and more", "var(--latency-5)"),
    ];

    /// <summary>The step of a latency.</summary>
    /// <param name="milliseconds">The latency; what is no number is the slowest.</param>
    public static LatencyStep Of(double milliseconds) => All.FirstOrDefault(step => milliseconds < step.Under) ?? All[^1];
}
