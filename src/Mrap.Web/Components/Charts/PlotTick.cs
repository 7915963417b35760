namespace Mrap.Web.Components.Charts;

/// <summary>A place on an axis with its text.</summary>
/// <param name="Place">Where, from the begin of the axis: 0 to 1.</param>
internal sealed record PlotTick(double Place, string Text);
