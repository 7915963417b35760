using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Shared;
using Mrap.Web.Look;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>What the overview shows, worked out from the route table alone.</summary>
/// <param name="Routes">The route table.</param>
/// <param name="Forecast">What clients would see of it.</param>
/// <param name="Rows">One row per Region, the largest share first.</param>
/// <param name="Figures">Four figures, each with its comparison.</param>
public sealed record OverviewModel(
    RouteTable Routes, ClientForecast Forecast, ImmutableArray<RegionRow> Rows, ImmutableArray<OverviewFigure> Figures)
{
    /// <summary>Works it out.</summary>
    public static OverviewModel Of(RouteTable routes)
    {
        var forecast = ClientForecast.Of(routes, FleetHealth.AllUp);
        var percents = WholePercents.Of([.. forecast.Shares.Regions.Select(share => share.Share)]);
        var rows = forecast.Shares.Regions.Select((share, index) => new RegionRow(
            share.Region,
            RegionCatalog.ShortNameOf(share.Region),
            share.Route.Bucket,
            share.Route.IsActive,
            percents[index],
            share.Vantages,
            share.MeanMilliseconds,
            $"var(--series-{(index % Tokens.Series.Length) + 1})"));
        return new OverviewModel(
            routes, forecast, [.. rows.OrderByDescending(row => row.Share).ThenBy(row => row.Region)], [.. FiguresOf(routes, forecast)]);
    }

    private static IEnumerable<OverviewFigure> FiguresOf(RouteTable routes, ClientForecast forecast)
    {
        var active = routes.Active.Count();
        var passive = routes.Routes.Length - active;
        yield return new OverviewFigure(
            "Regions",
            $"{routes.Routes.Length} of {RouteTable.MaxRoutes}",
            passive == 0 ? "all active" : $"{active} active, {passive} passive",
            FigureTone.Plain);

        var alone = BestAlone(routes);
        yield return Compared("Median latency, predicted", forecast.Median, alone.Name, alone.Forecast.Median);
        yield return Compared("95 of 100 clients under, predicted", forecast.Slowest, alone.Name, alone.Forecast.Slowest);
        yield return Loss(routes, forecast);
    }

    // The fairest rival: the one Region that would serve the world best by itself.
    private static (string Name, ClientForecast Forecast) BestAlone(RouteTable routes) => routes.Routes
        .Select(
            route =>
                (
                    RegionCatalog.ShortNameOf(route.Region),
                    ClientForecast.Of(RouteTable.Create([route with { Dial = TrafficDial.Active }]), FleetHealth.AllUp)))
        .MinBy(alone => alone.Item2.Median ?? double.MaxValue);

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

    private static OverviewFigure Loss(RouteTable routes, ClientForecast forecast)
    {
        var busiest = forecast.Shares.Regions.MaxBy(share => share.Share)!.Region;
        var title = $"Median without {RegionCatalog.ShortNameOf(busiest)}, predicted";
        var after = ClientForecast.Of(routes, FleetHealth.AllUp.With(busiest, RegionHealth.Down));
        if (after.Median is not { } median)
        {
            return new OverviewFigure(title, "No answer", "no other Region is active", FigureTone.Bad);
        }

        var heirs = after.Shares.Regions.Count(share => share.Share > 0);
        return new OverviewFigure(
            title,
            DisplayFormat.Milliseconds(median),
            $"{DisplayFormat.Milliseconds(median - (forecast.Median ?? 0))} more · {DisplayFormat.Count(heirs, "Region takes", "Regions "
                + "take")} over",
            FigureTone.Plain);
    }
}
