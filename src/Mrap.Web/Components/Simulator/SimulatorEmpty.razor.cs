using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Web.Components.Simulator;

public sealed partial class SimulatorEmpty : IDisposable
{
    private const int MaxShown = 24;

    private readonly CancellationTokenSource _gone = new();
    private ImmutableArray<AccessPointName>? _names;
    private AwsFault? _fault;

    [Inject]
    public required ListAccessPoints ListAccessPoints { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    private async Task LoadAsync()
    {
        try
        {
            var outcome = await ListAccessPoints.ExecuteAsync(_gone.Token);
            _names = outcome.TryGet(out var found, out _fault)
                ? [.. found.Where(point => point.Alias.Value.Length > 0).Select(point => point.Name).Take(MaxShown)]
                : null;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page is gone: there is nothing left to show.
        }
    }
}
