using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Metrics;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Web.Components.Shared;
using MudBlazor.State;

namespace Mrap.Web.Components.Dashboard;

/// <summary>Small charts of the access points that publish metrics: the first six of them, live.</summary>
public sealed partial class DashboardCharts
{
    private const int MaxCharts = 6;

    private static readonly TimeRange s_hour = TimeRange.Last(TimeSpan.FromHours(1));

    private readonly ParameterState<ImmutableArray<AccessPointName>> _names;
    private readonly Dictionary<AccessPointName, (AccessPointMetrics Metrics, DashboardChart Chart)> _charts = [];
    private readonly HashSet<AccessPointName> _watched = [];
    private ImmutableArray<DashboardChart> _shown = [];
    private ImmutableArray<AccessPointName> _silent = [];

    public DashboardCharts()
    {
        using var parameters = CreateRegisterScope();
        _names = parameters.RegisterParameter<ImmutableArray<AccessPointName>>(nameof(Names)).WithParameter(() => Names)
            .WithChangeHandler(() => Post(Follow));
    }

    [Inject]
    public required MetricsFeed Feeds { get; set; }

    /// <summary>The access points, in their order.</summary>
    [Parameter]
    [EditorRequired]
    public ImmutableArray<AccessPointName> Names { get; set; } = [];

    /// <summary>What stops it together with the rest of the page.</summary>
    [Parameter]
    [EditorRequired]
    public required LiveFeeds Live { get; set; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Follow();
    }

    private void Follow()
    {
        foreach (var name in _names.Value.Take(MaxCharts).Where(_watched.Add))
        {
            Live.Add(Watch(Feeds.Of(name, s_hour), Show));
        }

        Show();
    }

    private void Show()
    {
        if (Live.IsPaused)
        {
            return;
        }

        foreach (var name in _names.Value.Take(MaxCharts))
        {
            if (Feeds.Of(name, s_hour).Current?.Value is { } metrics
                && !(_charts.TryGetValue(name, out var known) && ReferenceEquals(known.Metrics, metrics)))
            {
                _charts[name] = (metrics, DashboardChart.Of(name, metrics));
            }
        }

        ImmutableArray<DashboardChart> read = [.. _names.Value.Where(_charts.ContainsKey).Select(name => _charts[name].Chart)];
        _shown = [.. read.Where(chart => !chart.Requests.IsEmpty || chart.Backlog is not null)];
        _silent = [.. read.Except(_shown).Select(chart => chart.Name)];
    }
}
