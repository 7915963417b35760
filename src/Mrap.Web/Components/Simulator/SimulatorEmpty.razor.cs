using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Web.Components.Simulator;

public sealed partial class SimulatorEmpty
{
    private const int MaxShown = 24;

    private ImmutableArray<AccessPointName>? _names;
    private AwsFault? _fault;

    [Inject]
    public required ListAccessPoints ListAccessPoints { get; set; }

    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    private Task LoadAsync() => RunAsync(async cancellationToken =>
    {
        var outcome = await ListAccessPoints.ExecuteAsync(cancellationToken);
        _names = outcome.TryGet(out var found, out _fault)
            ? [.. found.Where(point => point.Alias.Value.Length > 0).Select(point => point.Name).Take(MaxShown)]
            : null;
    });
}
