using System.Collections.Immutable;
using System.Globalization;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Plans;
using Mrap.Aws.Requests;
using Mrap.Core.AccessPoints;
using Mrap.Core.Faults;
using Mrap.Core.Observation;
using Mrap.Core.Routing;
using Mrap.Web.Components.AccessPoints.Overview;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Dashboard;

/// <summary>What the dashboard shows.</summary>
/// <param name="Rows">The access points, by name.</param>
/// <param name="Figures">Four figures, each with its comparison.</param>
/// <param name="Scene">All access points on one map.</param>
/// <param name="Operations">What is under way, newest first.</param>
public sealed record DashboardModel(
    ImmutableArray<DashboardRow> Rows, ImmutableArray<OverviewFigure> Figures, MapScene Scene, ImmutableArray<OperationSnapshot> Operations)
{
    private static readonly TimeSpan s_lately = TimeSpan.FromMinutes(5);

    /// <summary>Works it out.</summary>
    /// <param name="list">The access points.</param>
    /// <param name="conditions">How the Regions are.</param>
    /// <param name="recent">The latest requests; null when nobody can tell, as with AWS.</param>
    /// <param name="operations">The operations that are known.</param>
    public static DashboardModel Of(
        AccessPointList list, FleetConditions conditions, RecentRequests? recent, ImmutableArray<OperationSnapshot> operations,
        DateTimeOffset now)
    {
        ImmutableArray<OperationSnapshot> underWay = [.. operations.Where(operation => !operation.IsFinal)];
        var seen = list.AccessPoints.ToImmutableDictionary(point => point.Name, point => SeenRequests.Of(recent, point.Alias, now));
        ImmutableArray<DashboardRow> rows =
        [
            .. list.AccessPoints.OrderBy(point => point.Name).Select(point => new DashboardRow(
                point,
                list.Routes.GetValueOrDefault(point.Name),
                recent is null ? null : seen[point.Name].Summary,
                [.. point.Members.Select(member => member.Region).Where(region => conditions.Of(region).IsFaulty).Order()],
                underWay.FirstOrDefault(operation => operation.AccessPoint == point.Name))),
        ];
        ImmutableArray<ServedRequest> requests = [.. seen.Values.SelectMany(one => one.Requests)];
        return new DashboardModel(
            rows,
            [
                AccessPoints(rows), Regions(rows, conditions), Requests(recent is null ? null : requests, now),
                Operating(operations, underWay),
            ],
            DashboardScene.Of(rows, conditions, requests),
            underWay);
    }

    private static OverviewFigure AccessPoints(ImmutableArray<DashboardRow> rows)
    {
        var ready = rows.Count(row => row.AccessPoint.Status == AccessPointStatus.Ready);
        return new OverviewFigure(
            "Access points", Text(rows.Length), ready == rows.Length ? "all ready" : $"{Text(ready)} of them ready",
            ready == rows.Length ? FigureTone.Good : FigureTone.Plain);
    }

    private static OverviewFigure Regions(ImmutableArray<DashboardRow> rows, FleetConditions conditions)
    {
        var used = rows.SelectMany(row => row.AccessPoint.Members).Select(member => member.Region).ToHashSet();
        var faulty = used.Count(region => conditions.Of(region).IsFaulty);
        var down = used.Count(region => conditions.Of(region).State == RegionHealth.Down);
        return new OverviewFigure(
            "Regions that answer",
            $"{Text(used.Count - down)} of {Text(used.Count)}",
            faulty == 0 ? "none has a fault" : $"{DisplayFormat.Count(faulty, "has a fault", "have faults")}, {Text(down)} down",
            (faulty, down) switch { (0, _) => FigureTone.Good, _ => FigureTone.Bad });
    }

    private static OverviewFigure Requests(ImmutableArray<ServedRequest>? known, DateTimeOffset now)
    {
        const string title = "Requests, last hour";
        if (known is not { } requests)
        {
            return new OverviewFigure(title, "Not known", "comes with CloudWatch metrics", FigureTone.Plain);
        }

        var summary = RequestSummary.Of(requests);
        var lately = requests.Count(request => request.At >= now - s_lately);
        var failed = summary.Errors == 0 ? "none failed" : $"{DisplayFormat.Percent(summary.ErrorShare)} failed";
        return new OverviewFigure(
            title,
            Text(summary.Count),
            summary.Count == 0 ? "no client has asked yet" : $"{failed} · {Text(lately)} in the last 5 minutes",
            summary.Errors > 0 ? FigureTone.Bad : FigureTone.Plain);
    }

    private static OverviewFigure Operating(ImmutableArray<OperationSnapshot> all, ImmutableArray<OperationSnapshot> underWay) => new(
        "Operations under way",
        Text(underWay.Length),
        all.Length == underWay.Length ? "none has ended since the start" : $"{Text(all.Length - underWay.Length)} ended since the start",
        FigureTone.Plain);

    private static string Text(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
