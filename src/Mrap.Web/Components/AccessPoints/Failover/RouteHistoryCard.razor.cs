using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Routing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using MudBlazor.State;

namespace Mrap.Web.Components.AccessPoints.Failover;

/// <summary>Who changed the routes with this console, when, from what to what.</summary>
public sealed partial class RouteHistoryCard
{
    private const int Latest = 10;

    private readonly ParameterState<int> _version;
    private ImmutableArray<RouteChange>? _changes;

    public RouteHistoryCard()
    {
        using var parameters = CreateRegisterScope();
        _version = parameters.RegisterParameter<int>(nameof(Version)).WithParameter(() => Version).WithChangeHandler(() => Post(LoadAsync));
    }

    [Inject]
    public required GetRouteHistory GetHistory { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointName AccessPoint { get; set; }

    /// <summary>Another number than before when there may be a new change.</summary>
    [Parameter]
    public int Version { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>The routes that shall be again.</summary>
    [Parameter]
    public EventCallback<RouteTable> OnRevert { get; set; }

    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    private static string What(RouteChange change) => change is { Before: { } before, After: { } after }
        ? string.Join(" ", WhatIfText.OfRoutes(before, after))
        : "Not kept in a form that can be read";

    private Task LoadAsync() => RunAsync(async cancellationToken =>
    {
        var version = _version.Value;
        var changes = await GetHistory.ExecuteAsync(AccessPoint, Latest, cancellationToken);
        if (version == _version.Value)
        {
            _changes = changes;
        }
    });
}
