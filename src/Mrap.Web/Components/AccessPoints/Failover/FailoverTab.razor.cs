using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Authorization;
using Mrap.Aws.Failover;
using Mrap.Aws.Faults;
using Mrap.Aws.Routing;
using Mrap.Aws.Sandbox;
using Mrap.Core.Failover;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Failover;

/// <summary>Which Regions take traffic: changed several at once, predicted before, followed afterwards, taken back.</summary>
public sealed partial class FailoverTab
{
    private FailoverModel? _model;
    private ImmutableArray<BucketFacts>? _facts;
    private SubmittedRoutes? _submitted;
    private DateTimeOffset _submittedAt;
    private RouteTable? _before;
    private AwsFault? _fault;
    private int _submission;
    private bool _isBusy;

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Inject]
    public required SubmitRoutes SubmitRoutes { get; set; }

    [Inject]
    public required CheckReadiness Readiness { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointDetails Details { get; set; }

    private bool MayChange => User.Current.May(ChangeAction.ChangeRoutes);

    private bool CanExchange => MayChange && _model!.Passive.Any();

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            Watch(Fleet.Feed, Show);
        }
    }

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (RendererInfo.IsInteractive)
        {
            await LoadFactsAsync();
        }
    }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        Show();
    }

    protected override Task OnStateChangedAsync(FailoverState? previous)
    {
        if (!State.IsAsked)
        {
            _fault = null;
        }

        Show();
        return Task.CompletedTask;
    }

    private void Show() => _model = Details.Routes is { } routes ? FailoverModel.Of(State.Draft(routes), Fleet.Health) : null;

    private Task LoadFactsAsync() => RunAsync(
        async cancellationToken => _facts = await Readiness.ReadAsync(Details.AccessPoint, cancellationToken));

    private void Wish((RegionId Region, bool IsActive) wish) =>
        Draft(_model!.Draft.With(wish.Region, wish.IsActive ? TrafficDial.Active : TrafficDial.Passive));

    private void Exchange((RegionId From, RegionId To) pair)
    {
        if (RouteDraft.Of(_model!.Draft.Now).Exchange(pair.From, pair.To) is { } draft)
        {
            Go(FailoverState.Of(draft) with { IsAsked = true });
        }
    }

    private void Draft(RouteDraft draft) => Go(FailoverState.Of(draft), replace: true);

    private void Ask() => Go(State with { IsAsked = true });

    private void Close() => Go(State with { IsAsked = false }, replace: true);

    private void Discard() => Go(FailoverState.None, replace: true);

    private void Revert() => RevertTo(_before!);

    private void RevertTo(RouteTable routes) => Go(FailoverState.Of(RouteDraft.Towards(_model!.Draft.Now, routes)) with { IsAsked = true });

    private async Task SubmitAsync()
    {
        if (_isBusy || _model is not { CanSubmit: true } model)
        {
            return;
        }

        _isBusy = true;
        try
        {
            await RunAsync(async cancellationToken =>
            {
                var outcome = await SubmitRoutes.ExecuteAsync(Details.AccessPoint, model.Draft.Now, model.Wished, cancellationToken);
                _fault = outcome.Fault;
                _submission++;
                if (outcome.TryGet(out var submitted, out _))
                {
                    (_submitted, _submittedAt, _before) = (submitted, Time.GetUtcNow(), model.Draft.Now);
                    Go(FailoverState.None, replace: true);
                }
            });
        }
        finally
        {
            _isBusy = false;
        }
    }
}
