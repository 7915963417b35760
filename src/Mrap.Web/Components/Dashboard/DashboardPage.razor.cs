using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Requests;
using Mrap.Aws.Sandbox;
using Mrap.Core.Faults;
using Mrap.Web.Circuit;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Dashboard;

/// <summary>The start page: every access point at a glance.</summary>
public sealed partial class DashboardPage
{
    private LiveFeeds? _live;
    private DashboardModel? _model;
    private AwsFault? _fault;

    [Inject]
    public required AccessPointListFeed AccessPoints { get; set; }

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Inject]
    public required RecentRequestsFeed Requests { get; set; }

    [Inject]
    public required OperationLog Operations { get; set; }

    [Inject]
    public required ExampleLoader Example { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private ImmutableArray<DashboardRow> Shown => State.Region is { } region
        ? [.. _model!.Rows.Where(row => row.AccessPoint.Members.Any(member => member.Region == region))]
        : _model!.Rows;

    private string MapSummary =>
        $"World map of {DisplayFormat.Count(_model!.Scene.Regions.Length, "Region", "Regions")} of all access points. "
            + (Fleet.Current.Faulty.Count > 0 ? string.Join(' ', ConditionText.Sentences(Fleet.Current)) : "None has a fault.")
            + " Arrow keys move between Regions, Enter lists the access points there.";

    protected override void OnInitialized()
    {
        _live = new LiveFeeds(Time);
        base.OnInitialized();
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        Operations.Changed += OnOperation;
        Example.Changed += OnExample;
        _live.Add(Watch(AccessPoints.Feed, Show));
        _live.Add(Watch(Fleet.Feed, Show));
        if (Requests.IsKnown)
        {
            _live.Add(Watch(Requests.Feed, Show));
        }
    }

    protected override void OnComponentEnded()
    {
        base.OnComponentEnded();
        Operations.Changed -= OnOperation;
        Example.Changed -= OnExample;
    }

    private void Show()
    {
        if (_live!.IsPaused || AccessPoints.Feed.Current is not { } now)
        {
            return;
        }

        _fault = now.Fault;
        if (now.Value is { } list)
        {
            var recent = Requests.IsKnown ? Requests.Feed.Current?.Value ?? RecentRequests.None : null;
            _model = DashboardModel.Of(list, Fleet.Current, recent, Operations.Latest(), Time.GetUtcNow());
        }
    }

    private void Retry() => AccessPoints.Feed.Refresh();

    private void OnOperation(object? sender, EventArgs args)
    {
        Retry();
        Post(Show);
    }

    private void OnExample(object? sender, EventArgs args) => Post(static () => { });
}
