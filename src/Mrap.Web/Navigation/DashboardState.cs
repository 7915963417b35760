using Mrap.Core.Regions;

namespace Mrap.Web.Navigation;

/// <summary>What the dashboard shows, as its address says it.</summary>
/// <param name="Region">The Region whose access points are listed; null for all.</param>
/// <param name="View">Which part of the map is seen.</param>
public sealed record DashboardState(RegionId? Region, MapView View) : IPageState<DashboardState>
{
    /// <inheritdoc/>
    public static DashboardState FromQuery(PageQuery query) => new(query.Region("region"), query.Map());

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
        [("region", Region?.Value), ("map", View == default ? null : View.ToString())];
}
