using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Authorization;
using Mrap.Aws.Drills;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Drills;
using Mrap.Web.Components.Shared;
using Mrap.Web.Configuration;
using Mrap.Web.Data.Drills;
using Mrap.Web.Drills;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Drills;

/// <summary>Ready drills to adapt and run, the one that runs, and the reports of those that were run.</summary>
public sealed partial class DrillsPage
{
    private static readonly (string, string)[] s_ready = [.. ReadyDrill.All.Select(ready => (ready.Id, ready.Title))];

    private DrillChoice _choice = DrillChoice.Of(DrillsState.FromQuery(PageQuery.Of(string.Empty)), []);
    private ImmutableArray<DrillFileFault> _faults = [];
    private ImmutableArray<SavedDrill>? _runs;
    private DrillPlan? _plan;
    private string _text = string.Empty;
    private string? _made;
    private AwsFault? _fault;
    private Guid? _ended;
    private bool _isBusy;

    [Inject]
    public required AccessPointListFeed List { get; set; }

    [Inject]
    public required SandboxControl Control { get; set; }

    [Inject]
    public required SandboxAddress Address { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Inject]
    public required PrepareDrill Prepare { get; set; }

    [Inject]
    public required StartDrill Start { get; set; }

    [Inject]
    public required CurrentDrill Current { get; set; }

    [Inject]
    public required DrillStore Store { get; set; }

    private bool MayRun => User.Current.May(ChangeAction.RunDrill);

    private ImmutableArray<AccessPoint> AccessPoints =>
        [.. (List.Feed.Current?.Value?.AccessPoints ?? []).Where(point => point.Status == AccessPointStatus.Ready)];

    private string Length => _plan is null
        ? string.Empty
        : $"{DrillDuration.Format(_plan.Duration)}, {DisplayFormat.Count(_plan.Phases.Length, "phase", "phases")}";

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (!RendererInfo.IsInteractive || !Control.IsThere)
        {
            return;
        }

        _ended = Current.Running?.Id;
        Current.Changed += OnDrillChanged;
        Watch(List.Feed, () => Adapt(isChosen: false));
        await LoadAsync();
    }

    protected override Task OnStateChangedAsync(DrillsState? previous)
    {
        Adapt(isChosen: true);
        return Task.CompletedTask;
    }

    protected override void OnComponentEnded()
    {
        base.OnComponentEnded();
        Current.Changed -= OnDrillChanged;
    }

    private void Adapt(bool isChosen)
    {
        _choice = DrillChoice.Of(State, AccessPoints);

        // what somebody typed stays until they choose something else
        var isTyped = _text != (_made ?? string.Empty);
        if (_choice.Text is { } made && made != _made && (isChosen || !isTyped))
        {
            _made = made;
            Edit(made);
        }
    }

    private void Edit(string text)
    {
        _text = text;
        var result = DrillFile.Read(text);
        (_plan, _faults) = (result.Plan, text.Length == 0 ? [] : result.Faults);
    }

    private void ChooseAccessPoint(ChangeEventArgs change)
    {
        if (AccessPointName.Parse(change.Value as string).TryGet(out var name))
        {
            Go(new DrillsState(State.Ready, name, Region: null, Other: null), replace: true);
        }
    }

    private async Task RunDrillAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            await RunAsync(async cancellationToken =>
            {
                var prepared = await Prepare.ExecuteAsync(_text, cancellationToken);
                if (!prepared.TryGet(out var result, out _fault))
                {
                    return;
                }

                _faults = result.Faults;
                if (result.Plan is { } plan && Start.Execute(plan, _text).TryGet(out var id, out _fault))
                {
                    Navigator.NavigateTo(ConsoleUrls.Drill(id.Value));
                }
            });
        }
        finally
        {
            _isBusy = false;
        }
    }

    private void OnDrillChanged(object? sender, EventArgs change) => Post(() =>
        Current.Latest is { HasEnded: true } latest && latest.Id != _ended ? LoadAsync() : Task.CompletedTask);

    private Task LoadAsync() => RunAsync(async cancellationToken =>
    {
        _ended = Current.Latest is { HasEnded: true } latest ? latest.Id : null;
        var outcome = await Store.ListAsync(cancellationToken);
        _runs = outcome.TryGet(out var runs, out var fault) ? runs : _runs;
        _fault = fault ?? _fault;
    });
}
