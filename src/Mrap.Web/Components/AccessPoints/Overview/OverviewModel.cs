using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Shared;
using Mrap.Web.Look;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>What the overview shows, worked out from the route table and the health of its Regions.</summary>
/// <param name="Routes">The route table.</param>
/// <param name="Health">How the Regions are.</param>
/// <param name="Forecast">What clients would see of it.</param>
/// <param name="Rows">One row per Region, the largest share first.</param>
/// <param name="Figures">Four figures, each with its comparison.</param>
public sealed record OverviewModel(
    RouteTable Routes, FleetHealth Health, ClientForecast Forecast, ImmutableArray<RegionRow> Rows, ImmutableArray<OverviewFigure> Figures)
{
    /// <summary>Works it out.</summary>
    public static OverviewModel Of(RouteTable routes, FleetHealth health)
    {
        var forecast = ClientForecast.Of(routes, health);
        var percents = WholePercents.Of([.. forecast.Shares.Regions.Select(share => share.Share)]);
        var rows = forecast.Shares.Regions.Select((share, index) => new RegionRow(
            share.Region,
            RegionCatalog.ShortNameOf(share.Region),
            share.Route.Bucket,
            share.Route.IsActive,
            health.Of(share.Region),
            percents[index],
            share.Vantages,
            share.MeanMilliseconds,
            RegionColours.Of(index)));
        return new OverviewModel(
            routes, health, forecast, [.. rows.OrderByDescending(row => row.Share).ThenBy(row => row.Region)],
            [.. FiguresOf(routes, health, forecast)]);
    }

    private static IEnumerable<OverviewFigure> FiguresOf(RouteTable routes, FleetHealth health, ClientForecast forecast)
    {
        var active = routes.Active.Count();
        var passive = routes.Routes.Length - active;
        var down = routes.Routes.Count(route => health.Of(route.Region) == RegionHealth.Down);
        yield return new OverviewFigure(
            "Regions",
            $"{routes.Routes.Length} of {RouteTable.MaxRoutes}",
            Described(active, passive, down),
            down > 0 ? FigureTone.Bad : FigureTone.Plain);

        var rival = SingleRegionComparison.BestOf(routes, health);
        var alone = SingleRegionComparison.Of(routes, health, rival)!.Alone;
        var name = RegionCatalog.ShortNameOf(rival);
        yield return Compared("Median latency, predicted", forecast.Median, name, alone.Median);
        yield return Compared("95 of 100 clients under, predicted", forecast.NinetyFifth, name, alone.NinetyFifth);
        yield return Loss(routes, health, forecast);
    }

    private static string Described(int active, int passive, int down) => (passive, down) switch
    {
        (0, 0) => "all active",
        (_, 0) => $"{active} active, {passive} passive",
        _ => $"{active} active, {passive} passive; {DisplayFormat.Count(down, "Region is", "Regions are")} down",
    };

    private static OverviewFigure Compared(string title, double? value, string rival, double? rivalValue)
    {
        if (value is not { } own || rivalValue is not > 0)
        {
            return new OverviewFigure(title, "Not known", "the network model does not know these Regions", FigureTone.Plain);
        }

        var gain = 1 - (own / rivalValue.Value);
        var comparison = gain switch
        {
            >= 0.005 => $"{DisplayFormat.Percent(gain)} less than {rival} alone",
            <= -0.005 => $"{DisplayFormat.Percent(-gain)} more than {rival} alone",
            _ => $"the same as {rival} alone",
        };
        return new OverviewFigure(title, DisplayFormat.Milliseconds(own), comparison, gain >= 0.005 ? FigureTone.Good : FigureTone.Plain);
    }

    private static OverviewFigure Loss(RouteTable routes, FleetHealth health, ClientForecast forecast)
    {
        var busiest = forecast.Shares.Regions.MaxBy(share => share.Share)!.Region;
        var title = $"Median without {RegionCatalog.ShortNameOf(busiest)}, predicted";
        var after = ClientForecast.Of(routes, health.With(busiest, RegionHealth.Down));
        if (after.Median is not { } median)
        {
            return new OverviewFigure(title, "No answer", "no other Region is active", FigureTone.Bad);
        }

        var heirs = after.Shares.Regions.Count(share => share.Share > 0);
        return new OverviewFigure(
            title,
            DisplayFormat.Milliseconds(median),
            $"{DisplayFormat.Milliseconds(median - (forecast.Median ?? 0))} more · "
                + $"{DisplayFormat.Count(heirs, "Region takes", "Regions take")} over",
            FigureTone.Plain);
    }
}
