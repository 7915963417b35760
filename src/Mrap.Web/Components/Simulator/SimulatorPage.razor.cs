using Microsoft.AspNetCore.Components;
using Mrap.Aws.Faults;
using Mrap.Aws.Routing;
using Mrap.Aws.Simulation;
using Mrap.Core.Simulation;
using Mrap.Policy.Syntax;
using Mrap.Web.Circuit;

namespace Mrap.Web.Components.Simulator;

public sealed partial class SimulatorPage
{
    private static readonly (bool Value, string Text)[] s_views = [(false, "One request"), (true, "Matrix")];

    // letters come faster than an address is worth writing
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private (string? State, string? AccessPoint, string? Example)? _read;
    private SimulatorModel? _model;
    private SimulatorTab? _tab;
    private (PolicySlot Slot, TextSpan Span)? _chosen;
    private IReadOnlyList<TextSpan> _highlighted = [];
    private string? _link;
    private bool _isLoading = true;
    private AwsFault? _fault;
    private ITimer? _pending;

    [Inject]
    public required FleetHealthFeed Fleet { get; set; }

    [Inject]
    public required LoadSimulation LoadSimulation { get; set; }

    [Inject]
    public required Flashes Messages { get; set; }

    [Inject]
    public required NavigationManager Navigator { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [SupplyParameterFromQuery(Name = "s")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "accessPoint")]
    private string? AccessPoint { get; set; }

    [SupplyParameterFromQuery(Name = "example")]
    private string? Example { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "actions")]
    private string? Actions { get; set; }

    [SupplyParameterFromQuery(Name = "principals")]
    private string? Principals { get; set; }

    [SupplyParameterFromQuery(Name = "own")]
    private string? Own { get; set; }

    private SimulatorUrl Url =>
        new(
            _model is null ? State : SimulationLink.Write(_model.State), AccessPoint, Example: null, _tab?.Slug, View, Actions, Principals,
            Own);

    private bool IsMatrix => View == SimulatorUrl.Matrix;

    protected override void OnComponentEnded()
    {
        _pending?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var read = (State, AccessPoint, Example);
        if (read != _read)
        {
            (_read, _tab) = (read, null);
            await ReadAsync();
        }

        if (_model is not null)
        {
            if (_tab is null || Tab != _tab.Slug)
            {
                _tab = SimulatorTab.Find(Tab, _model);
            }

            Derive();
        }
    }

    private async Task ReadAsync()
    {
        _fault = null;
        if (State is { Length: > 0 } text)
        {
            var (state, isPartial) = SimulationLink.Read(text, Time.GetUtcNow());
            if (isPartial)
            {
                Messages.Show(SimulationFlashes.Unreadable(isAll: state is null));
            }

            (_model, _isLoading) = (state is null ? null : SimulatorModel.Of(state, Fleet.Current, _model), false);
        }
        else if (SimulationExamples.Find(Example) is { } example)
        {
            (_model, _isLoading) = (SimulatorModel.Of(example.At(Time.GetUtcNow()), Fleet.Current, _model), false);
        }
        else if (AccessPoint is { Length: > 0 })
        {
            _model = null;
            await LoadAsync();
        }
        else
        {
            (_model, _isLoading) = (null, false);
        }
    }

    private async Task LoadAsync()
    {
        _isLoading = true;
        if (!RendererInfo.IsInteractive)
        {
            _read = null;
            return;
        }

        await RunAsync(async cancellationToken =>
        {
            var outcome = await LoadSimulation.ExecuteAsync(AccessPoint!, Time.GetUtcNow(), cancellationToken);
            if (outcome.TryGet(out var loaded, out _fault))
            {
                _model = SimulatorModel.Of(loaded.State, Fleet.Current);
                if (SimulationFlashes.Of(loaded) is { } flash)
                {
                    Messages.Show(flash);
                }
            }

            _isLoading = false;
        });
    }

    // while somebody types
    private void Edit(SimulationState state)
    {
        Take(state);
        _pending?.Dispose();
        _pending = Time.CreateTimer(_ => _ = InvokeAsync(() => Show(Url, replace: true)), state: null, s_pause, Timeout.InfiniteTimeSpan);
    }

    // a step that Back takes back
    private void Change(SimulationState state)
    {
        Settle();
        Take(state);
        Show(Url);
    }

    private void Apply(ChangeHint hint)
    {
        Settle();
        _tab = new SimulatorTab(hint.Changes[^1].Slot);
        Change(_model!.State with { World = hint.After });
        Messages.Success(
            "simulation-change",
            hint.Changes.Length == 1
                ? "The change is made in the simulation. Back takes it back."
                : $"{hint.Changes.Length} changes are made in the simulation. Back takes them back.");
    }

    private void Open(SimulationState state)
    {
        Settle();
        Take(state);
        Show(Url with { View = null });
    }

    private void GoTo(PolicySlot? slot)
    {
        Settle();
        _tab = new SimulatorTab(slot);
        _chosen = null;
        Show(Url);
    }

    private void GoTo(PolicySlot slot) => GoTo((PolicySlot?)slot);

    private void Highlight((PolicySlot Slot, TextSpan Span) place)
    {
        Settle();
        _tab = new SimulatorTab(place.Slot);
        _chosen = place;
        Derive();
        Show(Url);
    }

    private void ShowMatrix(bool isMatrix) => Show(Url with { View = isMatrix ? SimulatorUrl.Matrix : null });

    // what was typed is a step of its own, also when the next one comes before the pause is over
    private void Settle()
    {
        if (_pending is not null)
        {
            Show(Url, replace: true);
        }
    }

    private void Take(SimulationState state)
    {
        (_model, _chosen) = (SimulatorModel.Of(state, Fleet.Current, _model), null);
        Derive();
    }

    private void Derive()
    {
        var url = Url;
        _link = url.State is null ? null : url.ToString();
        _highlighted = _chosen is { } chosen && chosen.Slot == _tab?.Slot ? [chosen.Span] : _model?.HighlightedIn(_tab?.Slot) ?? [];
    }

    private void Show(SimulatorUrl url) => Show(url, replace: false);

    private void Show(SimulatorUrl url, bool replace)
    {
        _pending?.Dispose();
        _pending = null;
        if (IsEnded)
        {
            return;
        }

        // what is written here is not read back: it is here already
        _read = (url.State, url.AccessPoint, url.Example);
        Navigator.NavigateTo(url.ToString(), replace: replace);
    }
}
