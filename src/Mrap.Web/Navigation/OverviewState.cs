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

    /// <summary>What the map shows.</summary>
    public OverviewLayer Layer { get; init; }

    /// <summary>The Region that is thought away; null for none.</summary>
    public RegionId? Down { get; init; }

    /// <summary>The Region whose bucket alone the access point is held against; null for the best of them.</summary>
    public RegionId? Against { get; init; }

    /// <summary>Which part of the map is seen.</summary>
    public MapView View { get; init; }

    /// <inheritdoc/>
    public static OverviewState FromQuery(PageQuery query) => new(
        query.Value("view", text => text is Table or "map" ? text == Table : (bool?)null, "map or table") is true,
        query.Region("region"),
        query.Place("from"))
    {
        Layer = query.Name<OverviewLayer>("layer", "traffic, latency or replication") ?? OverviewLayer.Traffic,
        Down = query.Region("down"),
        Against = query.Region("against"),
        View = query.Map(),
    };

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("view", IsTable ? Table : null),
        ("region", Region?.Value),
        ("from", From?.Id),
        ("layer", Layer == OverviewLayer.Traffic ? null : PageQuery.NameOf(Layer)),
        ("down", Down?.Value),
        ("against", Against?.Value),
        ("map", View == default ? null : View.ToString()),
    ];
}
