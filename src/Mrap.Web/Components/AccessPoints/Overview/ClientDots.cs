using System.Collections.Immutable;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>The places of clients as dots: in the colour of the Region that answers them, or of how long they wait.</summary>
internal sealed class ClientDots(OverviewModel model, OverviewLayer layer)
{
    private const string Unserved = "var(--line-strong)";
    private const double AskedRadius = 4;

    private readonly Dictionary<RegionId, string> _colours = model.Rows.ToDictionary(row => row.Region, row => row.Colour);

    /// <summary>All of them, the largest at the bottom, and on top the place that is asked about.</summary>
    public ImmutableArray<MapClient> With(Vantage? asked)
    {
        var dots = model.Forecast.Clients.OrderByDescending(client => client.Client.PopulationMillions).Select(Dot);
        return asked is null
            ? [.. dots]
            : [.. dots.Where(dot => dot.Id != asked.Id), Asked(asked)];
    }

    private MapClient Dot(ServedClient client) => new(
        client.Client.Id,
        client.Region is { } region
            ? $"{client.Client.Name}: {RegionCatalog.ShortNameOf(region)}, {DisplayFormat.Milliseconds(client.Milliseconds)}"
            : $"{client.Client.Name}: no answer",
        MapProjection.Project(client.Client.Position),
        OverviewScene.DotOf(client.Client.PopulationMillions, layer),
        client.Region,
        ColourOf(client));

    private MapClient Asked(Vantage asked) =>
        model.Forecast.Clients.FirstOrDefault(client => client.Client.Id == asked.Id) is { } known
            ? Dot(known) with { IsAsked = true }
            : new MapClient(
                asked.Id, asked.Name, MapProjection.Project(asked.Position), AskedRadius, ServedBy: null, Unserved, IsAsked: true);

    private string ColourOf(ServedClient client) => client.Region switch
    {
        null => Unserved,
        _ when layer == OverviewLayer.Latency => LatencyStep.Of(client.Milliseconds).Colour,
        { } region => _colours[region],
    };
}
