using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.Faults;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Configuration;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Sandbox;

/// <summary>The Regions of the sandbox: how each fares, and the faults that a person makes and ends.</summary>
public sealed partial class SandboxPage
{
    private static readonly (bool, string)[] s_scopes = [(false, "In use"), (true, "Every Region")];

    private SandboxModel? _model;
    private AwsFault? _fault;
    private bool _areDelaysModelled;
    private bool _isBusy;

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Inject]
    public required AccessPointListFeed List { get; set; }

    [Inject]
    public required ChangeConditions ChangeConditions { get; set; }

    [Inject]
    public required SandboxDelays Delays { get; set; }

    [Inject]
    public required SandboxControl Control { get; set; }

    [Inject]
    public required SandboxAddress Address { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    private bool MayChange => User.Current.May(ChangeAction.ChangeConditions);

    private bool IsFaulty => Fleet.Current.Faulty.Count > 0;

    private SandboxModel Model => _model ??= SandboxModel.Of(Fleet.Current, List.Feed.Current?.Value, State.IsEvery, State.Region);

    private string MapSummary =>
        $"World map of {Model.Rows.Length} Regions. "
            + (IsFaulty ? string.Join(" ", ConditionText.Sentences(Fleet.Current)) : "All are up.")
            + " Arrow keys move between Regions, Enter chooses one.";

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (!RendererInfo.IsInteractive || !Control.IsThere)
        {
            return;
        }

        Watch(Fleet.Feed, Forget);
        Watch(List.Feed, Forget);
        await RunAsync(async cancellationToken =>
        {
            var delays = await Delays.ReadAsync(cancellationToken);
            (_areDelaysModelled, _fault) = (delays is { IsSuccess: true, Value: true }, delays.Fault);
        });
    }

    protected override Task OnStateChangedAsync(SandboxState? previous)
    {
        Forget();
        return Task.CompletedTask;
    }

    private void Forget() => _model = null;

    private void Select(RegionId? region) => Go(State with { Region = region }, replace: true);

    private Task ApplyAsync(RegionId region, RegionCondition condition) => ChangeAsync(One(region, RegionConditionDocument.Of(condition)));

    private Task SwitchAsync(RegionId region) => ChangeAsync(
        Fleet.Health.Of(region) == RegionHealth.Down
            ? One(region, new RegionConditionDocument("up"))
            : FaultPreset.Isolated(region).Changes);

    private Task EndAllAsync() => ActAsync(async cancellationToken => (await ChangeConditions.EndAllAsync(cancellationToken)).Fault);

    private Task ChangeAsync(ImmutableSortedDictionary<RegionId, RegionConditionDocument> changes) =>
        ActAsync(async cancellationToken => (await ChangeConditions.ExecuteAsync(changes, cancellationToken)).Fault);

    private Task SetDelaysAsync(ChangeEventArgs change) => ActAsync(async cancellationToken =>
    {
        var outcome = await Delays.SetAsync(change.Value is true, cancellationToken);
        if (outcome.IsSuccess)
        {
            _areDelaysModelled = outcome.Value;
        }

        return outcome.Fault;
    });

    private async Task ActAsync(Func<CancellationToken, Task<AwsFault?>> act)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            await RunAsync(async cancellationToken => _fault = await act(cancellationToken));
        }
        finally
        {
            _isBusy = false;
        }
    }

    private static ImmutableSortedDictionary<RegionId, RegionConditionDocument> One(RegionId region, RegionConditionDocument document) =>
        ImmutableSortedDictionary<RegionId, RegionConditionDocument>.Empty.Add(region, document);
}
