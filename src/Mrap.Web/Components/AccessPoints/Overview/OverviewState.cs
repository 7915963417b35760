using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Overview;

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
        query.Value(
            "region", text => RegionId.Parse(text) is { IsValid: true } id ? id.Value : (RegionId?)null, "a Region such as us-east-1"),
        query.Object("from", VantageCatalog.Find, "a Region such as us-east-1 or a city such as ng-lagos"));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
        [("view", IsTable ? Table : null), ("region", Region?.Value), ("from", From?.Id)];
}
