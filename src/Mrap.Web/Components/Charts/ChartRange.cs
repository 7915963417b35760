namespace Mrap.Web.Components.Charts;

/// <summary>A stretch of time that was chosen on a chart.</summary>
/// <param name="From">Its begin.</param>
/// <param name="To">Its end, which is later.</param>
public readonly record struct ChartRange(DateTimeOffset From, DateTimeOffset To);
