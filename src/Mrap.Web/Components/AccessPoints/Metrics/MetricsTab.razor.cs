using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Feeds;
using Mrap.Aws.Metrics;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;
using Mrap.Web.Components.Charts;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>What CloudWatch tells of the buckets behind an access point, over a time that the address says.</summary>
public sealed partial class MetricsTab
{
    private LiveFeeds _live = null!;
    private Feed<AccessPointMetrics>? _feed;
    private FeedSubscription? _watch;
    private AccessPointMetrics? _metrics;
    private ImmutableArray<MetricAnnotation> _annotations = [];
    private ImmutableArray<SeriesSubject.Replication> _rules = [];
    private MetricsModel? _model;
    private AwsFault? _fault;

    [Inject]
    public required MetricsFeed Feeds { get; set; }

    [Inject]
    public required GetMetricAnnotations Annotations { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointDetails Details { get; set; }

    // What is shown, or will be once it is read.
    private MetricWindow Window => _model?.Window ?? MetricWindow.Of(State.Range, Time.GetUtcNow());

    private RegionId[] Regions => [.. Details.AccessPoint.Members.Select(member => member.Region).Order()];

    private string Words =>
        $"{Window.From.UtcDateTime:g} to {Window.To.UtcDateTime:g} UTC, in steps of {PlotText.Step(Window.Period)}";

    protected override void OnInitialized()
    {
        _live = new LiveFeeds(Time);
        base.OnInitialized();
    }

    protected override Task OnStateChangedAsync(MetricsState? previous)
    {
        if (!RendererInfo.IsInteractive)
        {
            return Task.CompletedTask;
        }

        if (previous is null || previous.Range != State.Range)
        {
            Follow();
        }
        else
        {
            Make();
        }

        return Task.CompletedTask;
    }

    private void Follow()
    {
        _watch?.Dispose();
        _live = new LiveFeeds(Time);
        _feed = Feeds.Of(Details.AccessPoint.Name, State.Range);
        _live.Add(_watch = Watch(_feed, ShowAsync));
    }

    // What was shown stays until what takes its place is there.
    private async Task ShowAsync()
    {
        if (_live.IsPaused || _feed is not { Current: { } now } feed)
        {
            return;
        }

        _fault = now.Fault;
        if (now.Value is { } metrics)
        {
            await RunWhileAsync(
                () => ReferenceEquals(_feed, feed),
                cancellationToken => Annotations.ExecuteAsync(Details.AccessPoint.Name, metrics.Window, cancellationToken),
                annotations =>
                {
                    (_metrics, _annotations) = (metrics, annotations);
                    _rules = [.. metrics.Replication.Select(flow => flow.Rule)];
                    Make();
                });
        }
    }

    private void Make() => _model = _metrics is { } metrics ? MetricsModel.Of(metrics, _annotations, State) : null;

    private void Refresh() => _feed?.Refresh();

    private void Zoom(ChartRange range) => Go(State.Between(range.From, range.To));

    private void ZoomOut() => Go(State.ZoomedOut(Time.GetUtcNow()));
}
