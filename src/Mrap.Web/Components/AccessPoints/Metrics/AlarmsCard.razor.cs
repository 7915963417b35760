using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Metrics;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Web.Components.Charts;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>The alarms of an access point: their state, a new one in two steps, and their end.</summary>
public sealed partial class AlarmsCard
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(30);

    private AlarmReading? _reading;
    private AccessPointAlarm? _asked;
    private AwsFault? _fault;
    private bool _isOpen;
    private bool _isBusy;

    [Inject]
    public required GetAlarms Alarms { get; set; }

    [Inject]
    public required CreateAlarm Create { get; set; }

    [Inject]
    public required DeleteAlarm Delete { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    /// <summary>The replication rules that publish metrics.</summary>
    [Parameter]
    [EditorRequired]
    public ImmutableArray<SeriesSubject.Replication> Rules { get; set; } = [];

    private bool MayCreate => User.Current.May(ChangeAction.CreateAlarm);

    private bool MayDelete => User.Current.May(ChangeAction.DeleteAlarm);

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            Own(Time.CreateTimer(_ => Post(LoadAsync), state: null, s_interval, s_interval));
            await LoadAsync();
        }
    }

    private static StatusKind KindOf(AccessPointAlarmState state) => state switch
    {
        AccessPointAlarmState.InAlarm => StatusKind.Error,
        AccessPointAlarmState.Ok => StatusKind.Success,
        _ => StatusKind.Info,
    };

    private static string WordOf(AccessPointAlarmState state) => state switch
    {
        AccessPointAlarmState.InAlarm => "In alarm",
        AccessPointAlarmState.Ok => "OK",
        _ => "Too few points",
    };

    private static string ThresholdOf(AccessPointAlarm alarm, double threshold) => alarm.Metric switch
    {
        "ReplicationLatency" => PlotText.Of(threshold, PlotUnit.Seconds),
        "5xxErrors" or "4xxErrors" => PlotText.Of(threshold, PlotUnit.Share),
        _ => threshold.ToString("N0", CultureInfo.CurrentCulture),
    };

    private Task LoadAsync() => RunAsync(
        async cancellationToken => _reading = await Alarms.ExecuteAsync(AccessPoint, cancellationToken));

    private void Open() => (_isOpen, _fault) = (true, null);

    private void Close() => (_isOpen, _fault) = (false, null);

    private Task CreateAsync(AlarmDraft draft) => ChangeAsync(async cancellationToken =>
    {
        _fault = (await Create.ExecuteAsync(draft, cancellationToken)).Fault;
        if (_fault is null)
        {
            Close();
        }
    });

    private Task DeleteAsync(AccessPointAlarm alarm) => ChangeAsync(async cancellationToken =>
    {
        _fault = (await Delete.ExecuteAsync(AccessPoint.Name, alarm, cancellationToken)).Fault;
        _asked = null;
    });

    private async Task ChangeAsync(Func<CancellationToken, Task> change)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            await RunAsync(change);
            await LoadAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
