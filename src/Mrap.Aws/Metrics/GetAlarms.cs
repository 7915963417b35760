using System.Collections.Immutable;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Aws.Metrics;

/// <summary>Reads the alarms of an access point: those whose names say so, in the Regions of its buckets.</summary>
/// <param name="time">The clock, for a Region that does not answer.</param>
public sealed class GetAlarms(AwsClients clients, TimeProvider time)
{
    private const int MaxAlarms = 100;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads them, all Regions at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What could be read.</returns>
    public async Task<AlarmReading> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken)
    {
        var prefix = AlarmDraft.PrefixOf(accessPoint.Name);
        var readings = await Task.WhenAll(
            accessPoint.Members.Select(member => member.Region).Distinct()
                .Select(async region => (Region: region, Outcome: await ReadAsync(region, prefix, cancellationToken))));
        return new AlarmReading(
            [
                .. readings.Where(reading => reading.Outcome.IsSuccess).SelectMany(reading => reading.Outcome.Value)
                    .OrderBy(alarm => alarm.Name, StringComparer.Ordinal),
            ],
            [
                .. readings.Where(reading => !reading.Outcome.IsSuccess)
                    .Select(reading => new RegionFault(reading.Region, reading.Outcome.Fault!)),
            ]);
    }

    private Task<Outcome<ImmutableArray<AccessPointAlarm>>> ReadAsync(
        RegionId region, string prefix, CancellationToken cancellationToken)
    {
        var whatFailed = $"Alarms in {RegionCatalog.ShortNameOf(region)} could not be read.";
        return TimeLimit.InvokeAsync(
            s_patience, whatFailed, region.Value, token => ReadPagesAsync(region, prefix, whatFailed, token), time, cancellationToken);
    }

    private async Task<Outcome<ImmutableArray<AccessPointAlarm>>> ReadPagesAsync(
        RegionId region, string prefix, string whatFailed, CancellationToken cancellationToken)
    {
        var alarms = ImmutableArray.CreateBuilder<AccessPointAlarm>();
        var request = new DescribeAlarmsRequest { AlarmNamePrefix = prefix, MaxRecords = MaxAlarms };
        do
        {
            var answer =
                await AwsCall.InvokeAsync(whatFailed, () => clients.Metrics(region).DescribeAlarmsAsync(request, cancellationToken));
            if (!answer.TryGet(out var page, out var fault))
            {
                return fault;
            }

            alarms.AddRange((page.MetricAlarms ?? []).Select(alarm => Map(alarm, region)));
            request.NextToken = page.NextToken == request.NextToken ? null : page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return alarms.ToImmutable();
    }

    private static AccessPointAlarm Map(MetricAlarm alarm, RegionId region) => new(
        alarm.AlarmName ?? string.Empty,
        region,
        alarm.AlarmDescription ?? string.Empty,
        alarm.MetricName ?? string.Empty,
        alarm.Threshold,
        StateOf(alarm.StateValue),
        alarm.StateReason ?? string.Empty,
        alarm.StateUpdatedTimestamp is { } since ? new DateTimeOffset(since.ToUniversalTime(), TimeSpan.Zero) : null);

    private static AccessPointAlarmState StateOf(StateValue? state) => state switch
    {
        _ when state == StateValue.ALARM => AccessPointAlarmState.InAlarm,
        _ when state == StateValue.OK => AccessPointAlarmState.Ok,
        _ => AccessPointAlarmState.InsufficientData,
    };
}
