using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Feeds;
using Mrap.Aws.Requests;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Geography;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Shared;
using Mrap.Web.Configuration;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.RouteExplainer;

/// <summary>Explains where a request through an access point would go.</summary>
public sealed partial class RouteExplainerPage
{
    private const double NearKilometres = 120;

    private LiveFeeds? _live;
    private FeedState<AccessPointList>? _list;
    private AccessPoint? _accessPoint;
    private ImmutableArray<ObjectPresence> _presence = [];
    private (AccessPointName? Name, string Key) _looked = (null, string.Empty);
    private string _key = string.Empty;
    private bool _isLooking;

    [Inject]
    public required AccessPointListFeed List { get; set; }

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Inject]
    public required LocateObject LocateObject { get; set; }

    [Inject]
    public required SandboxControl Sandbox { get; set; }

    [Inject]
    public required SandboxAddress Address { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private RouteModel? Model { get; set; }

    private string? TryUrl => _accessPoint is { } point && State.From is { Kind: not VantageKind.Place } from && State.Key.Length > 0
        ? new RequestForm(ObjectVerb.Get, State.Key, from, string.Empty).Url(point.Name)
        : null;

    protected override void OnInitialized()
    {
        _live = new LiveFeeds(Time);
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            _live.Add(Watch(Fleet.Feed, Show));
            _live.Add(Watch(List.Feed, TakeAsync));
        }
    }

    protected override Task OnStateChangedAsync(RouteState? previous)
    {
        _key = State.Key;
        return TakeAsync();
    }

    // The list may come after the address, and the address may change under the list.
    private async Task TakeAsync()
    {
        Show();
        if (_accessPoint?.Name != _looked.Name || State.Key != _looked.Key)
        {
            _looked = (_accessPoint?.Name, State.Key);
            await LocateAsync();
        }
    }

    private void Show()
    {
        if (!_live!.IsPaused || _list is null)
        {
            _list = List.Feed.Current;
        }

        var all = _list?.Value;
        _accessPoint = State.AccessPoint is { } name
            ? all?.AccessPoints.FirstOrDefault(point => point.Name.Value == name)
            : all?.AccessPoints.OrderByDescending(point => all.Routes.ContainsKey(point.Name)).ThenBy(point => point.Name).FirstOrDefault();
        Model = _accessPoint is { } chosen && all!.Routes.GetValueOrDefault(chosen.Name) is { } routes
            ? RouteModel.Of(routes, _live.IsPaused && Model is not null ? Model.Health : Fleet.Health, State.From)
            : null;
    }

    private async Task LocateAsync()
    {
        _presence = [];
        if (_accessPoint is not { } point || State.Key.Length == 0)
        {
            return;
        }

        _isLooking = true;
        try
        {
            await RunAsync(async cancellationToken =>
                _presence = await LocateObject.ExecuteAsync(point, State.Key, cancellationToken));
        }
        finally
        {
            _isLooking = false;
        }
    }

    private async Task LookAsync()
    {
        if (_key == State.Key)
        {
            await LocateAsync();
        }
        else
        {
            Go(State with { Key = _key });
        }
    }

    private void ChooseAccessPoint(ChangeEventArgs change) =>
        Go(State with { AccessPoint = AccessPointName.Parse(change.Value as string).TryGet(out var name) ? name.Value : null });

    private void Ask(GeoPoint place) => Go(
        State with { From = VantageCatalog.NearestCity(place, NearKilometres / Math.Sqrt(State.View.Zoom)) ?? Vantage.At(place) },
        replace: true);

    private string? MissedText(RoutingDecision decision) =>
        decision.Chosen is { } chosen && _presence.FirstOrDefault(one => one.Member.Region == chosen.Region) is { IsPresent: false }
            ? $"{RegionCatalog.ShortNameOf(chosen.Region)} does not have this object, so the request would get a 404. "
                + (_presence.Any(one => one.IsPresent is true)
                    ? "Routing does not look at what a bucket holds: replication has to bring the object there."
                    : "No bucket of the access point has it.")
            : null;

    private void Retry() => List.Feed.Refresh();
}
