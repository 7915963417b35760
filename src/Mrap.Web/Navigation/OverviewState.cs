using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Navigation;

/// <summary>What the overview shows, as its address says it.</summary>
/// <param name="IsTable">Whether the table stands where the map would.</param>
/// <param name="Region">The selected Region; null for none.</param>
/// <param name="From">Where a request would come from whose way is explained; null for none.</param>
public sealed record OverviewState(bool IsTable, RegionId? Region, Vantage? From) : IPageState<OverviewState>
{
    private const string Table = "table";

    /// <inheritdoc/>
    public static OverviewState FromQuery(PageQuery query) => new(
        query.Value("view", text => text is Table or "map" ? text == Table : (bool?)null, "map or table") is true,
        query.Region("region"),
        query.Vantage("from"));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
        [("view", IsTable ? Table : null), ("region", Region?.Value), ("from", From?.Id)];
}
