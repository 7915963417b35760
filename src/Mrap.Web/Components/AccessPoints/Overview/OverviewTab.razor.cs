using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Sandbox;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Overview;

public sealed partial class OverviewTab
{
    private static readonly (bool, string)[] s_views = [(false, "Map"), (true, "Table")];

    private OverviewModel? _model;
    private MapScene? _scene;
    private RegionId? _selected;
    private RoutingDecision? _question;

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointDetails Details { get; set; }

    private (StatusKind Kind, string Text) Verdict => Details.AccessPoint.BlockPublicAccess.Verdict();

    private (StatusKind Kind, string Text)? PolicyVerdict => Details.Policy switch
    {
        null => null,
        { IsPresent: false } => (StatusKind.Info, "None"),
        { IsPublic: true } => (StatusKind.Warning, "Public"),
        { IsPublic: false } => (StatusKind.Success, "Not public"),
        { IsChanging: true } => (StatusKind.InProgress, "Being put"),
        _ => (StatusKind.Info, "Present"),
    };

    private string RoutingText
    {
        get
        {
            var active = _model!.Rows.Count(row => row.IsActive);
            var passive = _model.Rows.Length - active;
            var rest = passive > 0 ? $", passive in {passive}" : string.Empty;
            return $"Active in {DisplayFormat.Count(active, "Region", "Regions")}{rest}";
        }
    }

    private string MapSummary =>
        $"World map. {string.Join("; ", _model!.Rows.Select(Summary))}. Arrow keys move between Regions.";

    private string HealthNote => Fleet.IsKnown ? string.Empty : " AWS does not tell how its Regions are: all count as up.";

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            Watch(Fleet.Feed, Show);
        }
    }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        Show();
    }

    protected override Task OnStateChangedAsync(OverviewState? previous)
    {
        Show();
        return Task.CompletedTask;
    }

    private static string Summary(RegionRow row) => row switch
    {
        { IsDown: true } => $"{row.Name} down",
        { IsActive: true } => $"{row.Name} {DisplayFormat.Percent(row.Share)}",
        _ => $"{row.Name} passive",
    };

    private void Show()
    {
        if (Details.Routes is not { } routes)
        {
            _model = null;
            return;
        }

        if (_model is null || !_model.Routes.Equals(routes) || !_model.Health.Equals(Fleet.Health))
        {
            _model = OverviewModel.Of(routes, Fleet.Health);
        }

        _selected = State.Region is { } region && routes.Find(region) is not null ? region : null;
        _question = State.From is { } vantage ? Router.Route(vantage, routes, Fleet.Health) : null;
        _scene = OverviewScene.Of(_model, _selected, _question);
    }

    private void Select(RegionId? region) => Go(State with { Region = region }, replace: true);
}
