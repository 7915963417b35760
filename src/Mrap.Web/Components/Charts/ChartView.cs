namespace Mrap.Web.Components.Charts;

/// <summary>In which form a chart shows its values.</summary>
public enum ChartView
{
    /// <summary>As a picture.</summary>
    Graph,

    /// <summary>As a table, one row a step.</summary>
    Table,

    /// <summary>As comma-separated values, to copy or to keep.</summary>
    Csv,
}
