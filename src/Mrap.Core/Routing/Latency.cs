namespace Mrap.Core.Routing;

/// <summary>How long a round trip takes.</summary>
/// <param name="Milliseconds">The median round trip in milliseconds, above 0.</param>
/// <param name="IsEstimate">Whether the figure comes from the model; false when it was measured.</param>
public readonly record struct Latency(double Milliseconds, bool IsEstimate);
