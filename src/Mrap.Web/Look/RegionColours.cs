namespace Mrap.Web.Look;

/// <summary>The colours of an access point's Regions. A Region keeps its colour on every chart of a page.</summary>
public static class RegionColours
{
    /// <summary>The colour, as a CSS value.</summary>
    /// <param name="index">The Region's place in the route table, 0 or more; beyond seven the colours begin again, and names tell.</param>
    public static string Of(int index) => $"var(--series-{(index % Tokens.Series.Length) + 1})";
}
