using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Metrics;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Circuit;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>Says which buckets publish no request metrics, and makes them, after their price and the steps were shown.</summary>
public sealed partial class EnableMetricsCard
{
    private ImmutableArray<BucketMetricsSetting> _settings = [];
    private MetricsAddition? _addition;
    private ChangePlan? _plan;
    private PlanProgress? _progress;
    private AwsFault? _fault;
    private bool _isRunning;

    [Inject]
    public required GetMetricsSettings Settings { get; set; }

    [Inject]
    public required EnableMetrics Enable { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Inject]
    public required Flashes Messages { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    /// <summary>Raised once all buckets publish metrics.</summary>
    [Parameter]
    public EventCallback OnEnabled { get; set; }

    private bool MayEnable => User.Current.May(ChangeAction.EnableMetrics);

    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    // Prices are in US dollars, whatever the reader's own currency is.
    private static string Price(MetricsAddition addition) => $"${addition.UsdPerMonth.ToString("N2", CultureInfo.CurrentCulture)}";

    private Task LoadAsync() => RunAsync(async cancellationToken =>
    {
        _settings = await Settings.ExecuteAsync(AccessPoint, cancellationToken);
        _addition = EnableMetrics.Estimate(_settings);
    });

    private void Review() => Enable.Plan(AccessPoint.Name, _settings).TryGet(out _plan, out _fault);

    private void Close() => (_plan, _progress, _fault) = (null, null, null);

    private async Task ApplyAsync()
    {
        if (_plan is not { } plan || _isRunning)
        {
            return;
        }

        // What is done when the component ends stays done.
        _isRunning = true;
        try
        {
            await RunAsync(cancellationToken => RunPlanAsync(plan, cancellationToken));
        }
        finally
        {
            _isRunning = false;
        }
    }

    private async Task RunPlanAsync(ChangePlan plan, CancellationToken cancellationToken)
    {
        await foreach (var progress in Enable.ExecuteAsync(plan, _progress?.ResumeFrom ?? 0, cancellationToken))
        {
            _progress = progress;
            StateHasChanged();
        }

        if (_progress is { IsSuccess: true })
        {
            Messages.Success($"metrics-{AccessPoint.Name}", $"Request metrics of the buckets behind {AccessPoint.Name} are enabled.");
            Close();
            await LoadAsync();
            await OnEnabled.InvokeAsync();
        }
        else if (_progress?.Steps.All(step => step.State != StepState.Failed) is true)
        {
            _fault = _progress.Fault;
        }
    }
}
