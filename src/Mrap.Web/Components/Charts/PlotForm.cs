namespace Mrap.Web.Components.Charts;

/// <summary>How the series of a plot are drawn.</summary>
public enum PlotForm
{
    /// <summary>Each as a line of its own.</summary>
    Lines,

    /// <summary>As bars that stand on each other: the height is the sum.</summary>
    Stacked,

    /// <summary>As bars that stand on each other and always reach the top: what each takes of the sum.</summary>
    Shares,
}
