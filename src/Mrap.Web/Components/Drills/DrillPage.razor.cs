using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Web.Data.Drills;
using Mrap.Web.Drills;
using MudBlazor.State;

namespace Mrap.Web.Components.Drills;

/// <summary>One drill: how far it is while it runs, and its report afterwards.</summary>
public sealed partial class DrillPage
{
    private readonly ParameterState<string> _id;
    private SavedReport? _saved;
    private AwsFault? _fault;

    public DrillPage()
    {
        using var parameters = CreateRegisterScope();
        _id = parameters.RegisterParameter<string>(nameof(Id)).WithParameter(() => Id!).WithChangeHandler(() => Post(LoadAsync));
    }

    [Inject]
    public required CurrentDrill Current { get; set; }

    [Inject]
    public required DrillStore Store { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Parameter]
    public required string Id { get; set; }

    private RunningDrill? Running => Current.Running is { } running && IsThis(running) ? running : null;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (RendererInfo.IsInteractive)
        {
            Current.Changed += OnDrillChanged;
            await LoadAsync();
        }
    }

    protected override void OnComponentEnded()
    {
        base.OnComponentEnded();
        Current.Changed -= OnDrillChanged;
    }

    private bool IsThis(RunningDrill drill) => Guid.TryParse(_id.Value, out var id) && drill.Id == id;

    private void OnDrillChanged(object? sender, EventArgs change) => Post(() =>
        Current.Latest is { HasEnded: true } latest && IsThis(latest) && _saved is null && _fault is null
            ? LoadAsync()
            : Task.CompletedTask);

    private async Task LoadAsync()
    {
        (_saved, _fault) = (null, null);
        if (Running is not null)
        {
            return;
        }

        if (Current.Latest is { Fault: { } fault } latest && IsThis(latest))
        {
            _fault = fault;
            return;
        }

        var id = _id.Value;
        await RunWhileAsync(
            () => id == _id.Value,
            cancellationToken => Store.FindAsync(id, cancellationToken),
            outcome => (_saved, _fault) = (outcome.IsSuccess ? outcome.Value : null, outcome.Fault));
    }
}
