using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Web.Navigation;

/// <summary>What the page of drills shows, as its address says it: which ready drill, adapted to what.</summary>
/// <param name="Ready">The id of the ready drill; null for the first.</param>
/// <param name="AccessPoint">The access point; null for the first that is ready.</param>
/// <param name="Region">The Region that gets into trouble; null for the first of the access point.</param>
/// <param name="Other">The Region that takes its part; null for the next of the access point.</param>
public sealed record DrillsState(string? Ready, AccessPointName? AccessPoint, RegionId? Region, RegionId? Other) : IPageState<DrillsState>
{
    /// <inheritdoc/>
    public static DrillsState FromQuery(PageQuery query) => new(
        query.Text("ready"),
        query.Value(
            "access-point",
            text => AccessPointName.Parse(text) is { IsValid: true } name ? name.Value : (AccessPointName?)null,
            "the name of an access point"),
        query.Region("region"),
        query.Region("to"));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
        [("ready", Ready), ("access-point", AccessPoint?.Value), ("region", Region?.Value), ("to", Other?.Value)];
}
