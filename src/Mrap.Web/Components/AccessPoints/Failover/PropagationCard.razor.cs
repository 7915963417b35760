using Microsoft.AspNetCore.Components;
using Mrap.Aws.Routing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Failover;

/// <summary>Follows a change of routes until every vantage sees it; with AWS, until the usual time has passed.</summary>
public sealed partial class PropagationCard
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    private RouteProgress? _state;
    private bool _isUnreadable;

    [Inject]
    public required GetPropagation GetPropagation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    [Parameter]
    [EditorRequired]
    public required SubmittedRoutes Submitted { get; set; }

    /// <summary>When the service took it.</summary>
    [Parameter]
    [EditorRequired]
    public required DateTimeOffset SubmittedAt { get; set; }

    [Parameter]
    public EventCallback OnRevert { get; set; }

    private TimeSpan Elapsed => Time.GetUtcNow() - SubmittedAt;

    private bool IsDone => _state?.IsDone ?? Elapsed >= GetPropagation.UsualAtAws;

    private string Progress => _state is { } state
        ? $"{state.Vantages - state.Pending.Length} of {state.Vantages} places see the new routes."
        : "AWS does not tell who sees them already; it usually takes about two minutes. "
            + $"{DisplayFormat.Count((int)Elapsed.TotalSeconds, "second has", "seconds have")} passed.";

    private double Part => _state is { } state
        ? 1 - (state.Pending.Length / (double)state.Vantages)
        : Math.Min(1, Elapsed / GetPropagation.UsualAtAws);

    private string Width => FormattableString.Invariant($"{Part * 100:0.#}%");

    protected override Task OnInitializedAsync() => RunAsync(FollowAsync);

    private static string Name(string vantage) => VantageCatalog.Find(vantage)?.Name ?? vantage;

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_interval, Time);
        do
        {
            if (GetPropagation.IsKnown && !_isUnreadable)
            {
                var outcome = await GetPropagation.ExecuteAsync(AccessPoint, cancellationToken);
                _isUnreadable = !outcome.TryGet(out _state, out _);
            }

            StateHasChanged();
        }
        while (!IsDone && await timer.WaitForNextTickAsync(cancellationToken));
    }
}
