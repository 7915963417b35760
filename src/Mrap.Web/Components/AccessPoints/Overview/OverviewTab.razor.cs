using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Replication;
using Mrap.Aws.Requests;
using Mrap.Aws.Sandbox;
using Mrap.Core.Geography;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Overview;

public sealed partial class OverviewTab
{
    // A click this near to a city means the city.
    private const double NearKilometres = 120;

    private static readonly (bool, string)[] s_views = [(false, "Map"), (true, "Table")];

    private static readonly (OverviewLayer, string)[] s_layers =
        [(OverviewLayer.Traffic, "Traffic"), (OverviewLayer.Latency, "Latency"), (OverviewLayer.Replication, "Replication")];

    private LiveFeeds? _live;
    private OverviewModel? _model;
    private MapScene? _scene;
    private (OverviewModel, RegionId? Away, RegionId? Selected, Vantage? From, OverviewLayer, ImmutableArray<MapArc> Rules)? _drawn;
    private RegionId? _selected;
    private RegionId? _pointed;
    private RegionId? _away;
    private WhatIf? _whatIf;
    private RoutingDecision? _question;
    private RouteTable? _seen;
    private SingleRegionComparison? _comparison;
    private RegionId _best;
    private OverviewReplication? _replication;
    private bool _watchesReplication;
    private SeenRequests? _requests;

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Inject]
    public required AccessPointFeeds Feeds { get; set; }

    [Inject]
    public required RecentRequestsFeed Recent { get; set; }

    [Inject]
    public required GetReplication GetReplication { get; set; }

    [Inject]
    public required ReplicationWatchFeed Watched { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointDetails Details { get; set; }

    private (StatusKind Kind, string Text) Verdict => Details.AccessPoint.BlockPublicAccess.Verdict();

    private (StatusKind Kind, string Text)? PolicyVerdict => Details.Policy switch
    {
        null => null,
        { IsPresent: false } => (StatusKind.Info, "None"),
        { IsPublic: true } => (StatusKind.Warning, "Public"),
        { IsPublic: false } => (StatusKind.Success, "Not public"),
        { IsChanging: true } => (StatusKind.InProgress, "Being put"),
        _ => (StatusKind.Info, "Present"),
    };

    private SeenRequests Seen => _requests ??= SeenRequests.Of(Recent.Feed.Current?.Value, Details.AccessPoint.Alias, Time.GetUtcNow());

    private IEnumerable<OverviewFigure> Figures => Recent is { IsKnown: true, Feed.Current.Value: not null }
        ? _model!.Figures.Skip(1).Prepend(Seen.Figure)
        : _model!.Figures;

    private string RoutingText
    {
        get
        {
            var active = _model!.Rows.Count(row => row.IsActive);
            var passive = _model.Rows.Length - active;
            var rest = passive > 0 ? $", passive in {passive}" : string.Empty;
            return $"Active in {DisplayFormat.Count(active, "Region", "Regions")}{rest}";
        }
    }

    private string MapSummary
    {
        get
        {
            var without = _away is { } region ? $" as it would be without {RegionCatalog.ShortNameOf(region)}" : string.Empty;
            return $"World map{without}. {string.Join("; ", _model!.Rows.Select(Summary))}. Arrow keys move between Regions.";
        }
    }

    private string MethodNote =>
        $"Predicted from the routes, measured latency between Regions and the population of {VantageCatalog.Cities.Length} cities. "
            + "Select a Region to see its clients; click anywhere to see where a request from there would go."
            + (Fleet.IsKnown ? string.Empty : " AWS does not tell how its Regions are: all count as up.");

    protected override void OnInitialized()
    {
        _live = new LiveFeeds(Time);
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            _live.Add(Watch(Fleet.Feed, Show));
            if (Recent.IsKnown)
            {
                _live.Add(Watch(Recent.Feed, () => _requests = null));
            }
        }
    }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (_live!.IsPaused && Details.Routes is { } routes && !routes.Equals(_seen))
        {
            _live.Miss();
        }

        _seen = Details.Routes;
        Show();
    }

    protected override Task OnStateChangedAsync(OverviewState? previous)
    {
        Show();
        return State.Layer == OverviewLayer.Replication && previous?.Layer != OverviewLayer.Replication && RendererInfo.IsInteractive
            ? ReadReplicationAsync()
            : Task.CompletedTask;
    }

    private async Task ReadReplicationAsync()
    {
        if (Watched.IsKnown && !_watchesReplication)
        {
            _watchesReplication = true;
            Watch(Watched.Feed, Show);
        }

        var accessPoint = Details.AccessPoint;
        await RunWhileAsync(
            () => accessPoint.Name == Details.AccessPoint.Name,
            cancellationToken => GetReplication.ExecuteAsync(accessPoint, cancellationToken),
            buckets =>
            {
                _replication = new OverviewReplication(accessPoint.Name, buckets);
                Show();
            });
    }

    private static string Summary(RegionRow row) => row switch
    {
        { IsDown: true } => $"{row.Name} down",
        { IsActive: true } => $"{row.Name} {DisplayFormat.Percent(row.Share)}",
        _ => $"{row.Name} passive",
    };

    // What is shown stays as it is while it is paused; the address may still ask other things of it.
    private void Show()
    {
        var (routes, health) = _live!.IsPaused && _model is not null ? (_model.Routes, _model.Health) : (Details.Routes, Fleet.Health);
        if (routes is null)
        {
            _model = null;
            return;
        }

        if (_model is null || !_model.Routes.Equals(routes) || !_model.Health.Equals(health))
        {
            _model = OverviewModel.Of(routes, health);
            _best = SingleRegionComparison.BestOf(routes, health);
            _comparison = null;
        }

        var against = State.Against is { } rival && routes.Find(rival) is not null ? rival : _best;
        _comparison = _comparison?.Region == against ? _comparison : SingleRegionComparison.Of(routes, health, against);
        _selected = State.Region is { } region && routes.Find(region) is not null ? region : null;
        _away = (_pointed ?? State.Down) is { } away && routes.Find(away) is { IsActive: true } && health.Of(away) != RegionHealth.Down
            ? away
            : null;
        _whatIf = _away is { } gone ? WhatIf.Down(routes, health, gone) : null;
        var (shown, then) = _away is { } missing
            ? (OverviewModel.Of(routes, health.With(missing, RegionHealth.Down)), health.With(missing, RegionHealth.Down))
            : (_model, health);
        _question = State.From is { } vantage ? Router.Route(vantage, routes, then) : null;
        _replication?.Show(Watched.IsKnown ? Watched.Feed.Current?.Value : null, Time.GetUtcNow());
        ImmutableArray<MapArc> rules = _replication?.Arcs ?? [];
        var drawn = (_model, _away, _selected, State.From, State.Layer, rules);
        if (drawn != _drawn)
        {
            _drawn = drawn;
            _scene = OverviewScene.Of(shown, _selected, _question, State.Layer, rules);
        }
    }

    private DateTimeOffset? ReadAt()
    {
        var fleet = Fleet.Feed.Current?.ReadAt;
        var details = Feeds.Of(Details.AccessPoint.Name).Current?.ReadAt;
        return fleet > details || details is null ? fleet : details;
    }

    private void Select(RegionId? region) => Go(State with { Region = region }, replace: true);

    private void ThinkAway(RegionId? region) => Go(State with { Down = region }, replace: true);

    private void Point(RegionId? region)
    {
        _pointed = region;
        Show();
    }

    private void Ask(GeoPoint place) => Go(
        State with { From = VantageCatalog.NearestCity(place, NearKilometres / Math.Sqrt(State.View.Zoom)) ?? Vantage.At(place) },
        replace: true);
}
