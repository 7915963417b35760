using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Core.Traffic;
using Mrap.Web.Components.Shared;
using Mrap.Web.Configuration;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Sandbox.Traffic;

/// <summary>Starts, follows and stops generated traffic.</summary>
public sealed partial class TrafficPage
{
    private static readonly (bool, string)[] s_scopes = [(true, "Every city, by population"), (false, "Chosen places")];

    private TrafficDraft _draft = TrafficDraft.Usual;
    private AwsFault? _fault;
    private bool _isBusy;

    [Inject]
    public required TrafficFeed Traffic { get; set; }

    [Inject]
    public required SandboxTraffic SandboxTraffic { get; set; }

    [Inject]
    public required AccessPointListFeed List { get; set; }

    [Inject]
    public required SandboxControl Control { get; set; }

    [Inject]
    public required SandboxAddress Address { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private TrafficStatus? Status => Traffic.Feed.Current?.Value;

    private bool MayChange => User.Current.May(ChangeAction.ChangeTraffic);

    private ImmutableArray<AccessPointName> Names =>
    [
        .. (List.Feed.Current?.Value?.AccessPoints ?? [])
            .Where(point => point.Status is AccessPointStatus.Ready or AccessPointStatus.InconsistentAcrossRegions)
            .Select(point => point.Name)
            .Order(),
    ];

    private AccessPointName? Chosen =>
        Names.Where(name => name.Value == State.AccessPoint).Concat(Names).Select(name => (AccessPointName?)name).FirstOrDefault();

    private TrafficDocument? Document => Chosen is { } name ? _draft.Document(name.Value) : null;

    private bool CanStart =>
        MayChange && !_isBusy && Status is not { IsUnderWay: true } && Document?.Read().Plan is not null;

    private string CommandLine => Document is { } document && document.Read().Plan is not null
        ? $"curl -X POST {Address.Url}/_sandbox/traffic -d '{SandboxTraffic.Text(document)}'"
        : "a field is wrong";

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive && Control.IsThere)
        {
            Watch(Traffic.Feed, static () => { });
            Watch(List.Feed, static () => { });
        }
    }

    private static StatusKind Kind(TrafficStatus status) => status.State switch
    {
        "seeding" or "running" => StatusKind.InProgress,
        "done" => StatusKind.Success,
        _ => StatusKind.Stopped,
    };

    private static string Word(TrafficStatus status) => status.State switch
    {
        "seeding" => "Putting objects into every bucket",
        "running" => "Running",
        "done" => "Done",
        _ => "Stopped",
    };

    private void Choose(ChangeEventArgs change) => Go(new TrafficPageState(change.Value as string), replace: true);

    private void Add(Vantage? place)
    {
        if (place is not null && !_draft.Places.Contains(place))
        {
            _draft = _draft with { Places = _draft.Places.Add(place) };
        }
    }

    private Task StartAsync() => CanStart
        ? ActAsync(cancellationToken => SandboxTraffic.StartAsync(Document!, cancellationToken))
        : Task.CompletedTask;

    private Task StopAsync() => ActAsync(SandboxTraffic.StopAsync);

    private async Task ActAsync(Func<CancellationToken, Task<Outcome<TrafficStatus>>> act)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            await RunAsync(async cancellationToken => _fault = (await act(cancellationToken)).Fault);
            Traffic.Feed.Refresh();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
