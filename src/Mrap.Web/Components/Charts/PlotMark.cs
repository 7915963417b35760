namespace Mrap.Web.Components.Charts;

/// <summary>What happened at a time, or over a stretch of it.</summary>
/// <param name="From">When it happened or began.</param>
/// <param name="Until">When it ended; null for what has no length, or has not ended.</param>
/// <param name="Text">What it is, in a few words.</param>
public sealed record PlotMark(PlotMarkKind Kind, DateTimeOffset From, DateTimeOffset? Until, string Text);
