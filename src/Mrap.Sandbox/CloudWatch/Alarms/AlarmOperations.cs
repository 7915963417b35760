using System.Collections.Immutable;
using Mrap.Policy.Text;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>PutMetricAlarm, DescribeAlarms, DescribeAlarmHistory, SetAlarmState and DeleteAlarms.</summary>
internal sealed class AlarmOperations(AlarmStore alarms) : ICloudWatchOperations
{
    private const int MaxRecords = 100;
    private const int DefaultRecords = 50;

    /// <inheritdoc/>
    public ImmutableArray<CloudWatchOperation> Operations =>
    [
        new("PutMetricAlarm", Put) { Resources = call => [ArnOf(call, call.Input.Required("AlarmName", 255))] },
        new("DescribeAlarms", Describe),
        new("DescribeAlarmHistory", DescribeHistory),
        new("SetAlarmState", SetState) { Resources = call => [ArnOf(call, call.Input.Required("AlarmName", 255))] },
        new("DeleteAlarms", Delete) { Resources = call => Names(call).Select(name => ArnOf(call, name)) },
    ];

    private static string ArnOf(CloudWatchCall call, string name) => MetricAlarm.Arn(call.Region, call.Account, name);

    private static IReadOnlyList<string> Names(CloudWatchCall call) => call.Input.Texts("AlarmNames") is { Count: <= MaxRecords } names
        ? names
        : throw CloudWatchErrors.InvalidValue($"The parameter AlarmNames may have {MaxRecords} members.");

    private Action<CloudWatchOutput>? Put(CloudWatchCall call)
    {
        var wanted = AlarmReader.Read(call);
        alarms.Change(call.Region, call.Account, wanted.Name, before =>
        {
            if (before is null && alarms.List(call.Region, call.Account).Length >= AlarmStore.MaxAlarms)
            {
                throw CloudWatchErrors.LimitExceeded("The maximum number of alarms is reached.");
            }

            var alarm = before is null
                ? wanted
                : wanted with
                {
                    State = before.State,
                    StateReason = before.StateReason,
                    StateReasonData = before.StateReasonData,
                    StateUpdated = before.StateUpdated,
                    StateChanged = before.StateChanged,
                    History = before.History,
                };
            var what = before is null ? "created" : "updated";
            return alarm.Noting(call.Now, "ConfigurationUpdate", $"Alarm \"{DisplayText.Truncate(alarm.Name)}\" {what}");
        });
        return null;
    }

    private Action<CloudWatchOutput> Describe(CloudWatchCall call)
    {
        var input = call.Input;
        var names = Names(call);
        var prefix = input.Bounded("AlarmNamePrefix", 255);
        if (names.Count > 0 && prefix is not null)
        {
            throw CloudWatchErrors.InvalidCombination("AlarmNames and AlarmNamePrefix exclude each other.");
        }

        if (input.Text("ChildrenOfAlarmName") is not null || input.Text("ParentsOfAlarmName") is not null)
        {
            throw CloudWatchErrors.NotServed("Composite alarms");
        }

        var state = input.OneOf("StateValue", AlarmState.Ok, AlarmState.Alarm, AlarmState.InsufficientData);
        var action = input.Bounded("ActionPrefix", 1024);
        var types = input.Texts("AlarmTypes");
        var found = alarms.List(call.Region, call.Account)
            .Where(alarm => (names.Count == 0 || names.Contains(alarm.Name, StringComparer.Ordinal))
                && (prefix is null || alarm.Name.StartsWith(prefix, StringComparison.Ordinal))
                && (state ?? alarm.State) == alarm.State
                && (action is null || alarm.OkActions.Concat(alarm.AlarmActions).Concat(alarm.InsufficientDataActions)
                    .Any(arn => arn.StartsWith(action, StringComparison.Ordinal)))
                && (types.Count == 0 || types.Contains("MetricAlarm", StringComparer.Ordinal)));
        var page = Page(call, "DescribeAlarms", found.Select(alarm => (alarm.Name, alarm)));
        return output =>
        {
            output.Structures("CompositeAlarms", Array.Empty<string>(), _ => { });
            output.Structures("MetricAlarms", page.Items, alarm => AlarmAnswer.Write(output, call.Region, call.Account, alarm));
            output.Text("NextToken", page.Next);
        };
    }

    private Action<CloudWatchOutput> DescribeHistory(CloudWatchCall call)
    {
        var input = call.Input;
        var name = input.Bounded("AlarmName", 255);
        var type = input.OneOf("HistoryItemType", "ConfigurationUpdate", "StateUpdate", "Action");
        var (from, to) = (input.Instant("StartDate"), input.Instant("EndDate"));
        var isAscending = input.OneOf("ScanBy", "TimestampDescending", "TimestampAscending") == "TimestampAscending";
        var items = alarms.List(call.Region, call.Account)
            .Where(alarm => (name ?? alarm.Name) == alarm.Name)
            .SelectMany(alarm => alarm.History.Select(item => (alarm.Name, Item: item)))
            .Where(entry => (type ?? entry.Item.Type) == entry.Item.Type
                && (from ?? entry.Item.At) <= entry.Item.At && (to ?? entry.Item.At) >= entry.Item.At)
            .OrderBy(entry => isAscending ? entry.Item.At.UtcTicks : -entry.Item.At.UtcTicks)
            .Take(input.Integer("MaxRecords", 1, MaxRecords) ?? MaxRecords)
            .ToList();
        return output => output.Structures("AlarmHistoryItems", items, entry =>
        {
            output.Text("AlarmName", entry.Name);
            output.Text("AlarmType", "MetricAlarm");
            output.Instant("Timestamp", entry.Item.At);
            output.Text("HistoryItemType", entry.Item.Type);
            output.Text("HistorySummary", entry.Item.Summary);
        });
    }

    private Action<CloudWatchOutput>? SetState(CloudWatchCall call)
    {
        var input = call.Input;
        var name = input.Required("AlarmName", 255);
        var state = input.OneOf("StateValue", AlarmState.Ok, AlarmState.Alarm, AlarmState.InsufficientData)
            ?? throw CloudWatchErrors.Missing("StateValue");
        var reason = input.Text("StateReason") is { Length: <= 1023 } text ? text : throw CloudWatchErrors.Missing("StateReason");
        var data = input.Text("StateReasonData") is { Length: > 4000 }
            ? throw CloudWatchErrors.InvalidValue("The parameter StateReasonData may have 4000 characters.")
            : input.Text("StateReasonData");
        alarms.Change(call.Region, call.Account, name, before =>
            before?.With(state, reason, data, call.Now) ?? throw CloudWatchErrors.NotFound("There is no alarm of that name."));
        return null;
    }

    private Action<CloudWatchOutput>? Delete(CloudWatchCall call)
    {
        var names = Names(call);
        if (names.Any(name => alarms.Find(call.Region, call.Account, name) is null))
        {
            throw CloudWatchErrors.NotFound("One of the alarms does not exist; none was deleted.");
        }

        foreach (var name in names)
        {
            alarms.Change(call.Region, call.Account, name, static _ => null);
        }

        return null;
    }

    private static (List<MetricAlarm> Items, string? Next) Page(
        CloudWatchCall call, string operation, IEnumerable<(string Key, MetricAlarm Item)> all)
    {
        var size = call.Input.Integer("MaxRecords", 1, MaxRecords) ?? DefaultRecords;
        var scope = $"{operation} {call.Region} {call.Account}";
        var after = call.Input.Text("NextToken") is { } token
            ? OpaqueToken.Read(scope, token) ?? throw CloudWatchErrors.InvalidNextToken()
            : null;
        var items = all.Where(entry => after is null || string.CompareOrdinal(entry.Key, after) > 0).Take(size + 1).ToList();
        return (
            [.. items.Take(size).Select(entry => entry.Item)],
            items.Count > size ? OpaqueToken.Make(scope, items[size - 1].Key) : null);
    }
}
