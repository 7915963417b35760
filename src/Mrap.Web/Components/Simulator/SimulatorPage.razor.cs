using Microsoft.AspNetCore.Components;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Aws.Simulation;
using Mrap.Core.Simulation;
using Mrap.Policy.Syntax;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Simulator;

public sealed partial class SimulatorPage
{
    private static readonly (bool Value, string Text)[] s_views = [(false, "One request"), (true, "Matrix")];

    // letters come faster than an address is worth writing
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private SimulatorModel? _model;
    private SimulatorTab? _tab;
    private (PolicySlot Slot, TextSpan Span)? _chosen;
    private IReadOnlyList<TextSpan> _highlighted = [];
    private string? _link;
    private bool _isLoading = true;
    private AwsFault? _fault;
    private ITimer? _pending;

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Inject]
    public required LoadSimulation LoadSimulation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private SimulatorUrl Url => State with
    {
        State = _model is null ? State.State : SimulationLink.Write(_model.State),
        Example = null,
        Tab = _tab?.Slug,
    };

    private bool IsMatrix => State.View == SimulatorUrl.Matrix;

    protected override void OnComponentEnded()
    {
        base.OnComponentEnded();
        _pending?.Dispose();
    }

    protected override async Task OnStateChangedAsync(SimulatorUrl? previous)
    {
        if (previous is null || !IsSameSource(previous, State))
        {
            _tab = null;
            await ReadAsync();
        }

        if (_model is not null)
        {
            if (_tab is null || State.Tab != _tab.Slug)
            {
                _tab = SimulatorTab.Find(State.Tab, _model);
            }

            Derive();
        }
    }

    // Where what is simulated comes from, whatever of it is shown.
    private static bool IsSameSource(SimulatorUrl one, SimulatorUrl other) =>
        (one.State, one.AccessPoint, one.Example) == (other.State, other.AccessPoint, other.Example);

    private async Task ReadAsync()
    {
        _fault = null;
        if (State.State is { } text)
        {
            var (state, isPartial) = SimulationLink.Read(text, Time.GetUtcNow());
            if (isPartial)
            {
                Messages.Show(SimulationFlashes.Unreadable(isAll: state is null));
            }

            (_model, _isLoading) = (state is null ? null : SimulatorModel.Of(state, Fleet.Health, _model), false);
        }
        else if (SimulationExamples.Find(State.Example) is { } example)
        {
            (_model, _isLoading) = (SimulatorModel.Of(example.At(Time.GetUtcNow()), Fleet.Health, _model), false);
        }
        else if (State.AccessPoint is not null)
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
            return;
        }

        var asked = State;
        await RunWhileAsync(
            () => IsSameSource(asked, State),
            cancellationToken => LoadSimulation.ExecuteAsync(asked.AccessPoint!, Time.GetUtcNow(), cancellationToken),
            outcome =>
            {
                if (outcome.TryGet(out var loaded, out _fault))
                {
                    _model = SimulatorModel.Of(loaded.State, Fleet.Health);
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
        ShowTyped();
        Take(state);
        Show(Url);
    }

    private void Apply(ChangeHint hint)
    {
        ShowTyped();
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
        ShowTyped();
        Take(state);
        Show(Url with { View = null });
    }

    private void GoTo(PolicySlot? slot)
    {
        ShowTyped();
        _tab = new SimulatorTab(slot);
        _chosen = null;
        Show(Url);
    }

    private void GoTo(PolicySlot slot) => GoTo((PolicySlot?)slot);

    private void Highlight((PolicySlot Slot, TextSpan Span) place)
    {
        ShowTyped();
        _tab = new SimulatorTab(place.Slot);
        _chosen = place;
        Derive();
        Show(Url);
    }

    private void ShowMatrix(bool isMatrix) => Show(Url with { View = isMatrix ? SimulatorUrl.Matrix : null });

    // what was typed is a step of its own, also when the next one comes before the pause is over
    private void ShowTyped()
    {
        if (_pending is not null)
        {
            Show(Url, replace: true);
        }
    }

    private void Take(SimulationState state)
    {
        (_model, _chosen) = (SimulatorModel.Of(state, Fleet.Health, _model), null);
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

        // what is written here is not read back: it is here already
        Keep(url, replace);
    }
}
