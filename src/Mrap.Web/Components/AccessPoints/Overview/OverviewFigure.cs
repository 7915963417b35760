namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>A figure with what it is and what it means against something.</summary>
public sealed record OverviewFigure(string Title, string Value, string Comparison, FigureTone Tone);
