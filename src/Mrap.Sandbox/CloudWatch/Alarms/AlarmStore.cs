using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>All alarms, kept on disk.</summary>
internal sealed class AlarmStore
{
    /// <summary>The most alarms of an account in a Region (Amazon CloudWatch User Guide, "CloudWatch service quotas").</summary>
    public const int MaxAlarms = 5000;

    private readonly ConcurrentDictionary<(string Region, string Account, string Name), MetricAlarm> _alarms;
    private readonly MetricDatabase _database;
    private readonly Lock _gate = new();

    /// <summary>Reads the alarms.</summary>
    public AlarmStore(MetricDatabase database)
    {
        _database = database;
        _alarms = new(database.Alarms().Select(row =>
        {
            var alarm = JsonSerializer.Deserialize<MetricAlarm>(row.Document)!;
            return KeyValuePair.Create((row.Region, row.Account, alarm.Name), alarm);
        }));
    }

    /// <summary>Every alarm, with where and whose it is.</summary>
    public IEnumerable<(string Region, string Account, MetricAlarm Alarm)> All =>
        _alarms.Select(entry => (entry.Key.Region, entry.Key.Account, entry.Value));

    /// <summary>The alarms of an account in a Region, by name.</summary>
    public ImmutableArray<MetricAlarm> List(string region, string account) =>
    [
        .. All.Where(entry => entry.Region == region && entry.Account == account)
            .Select(entry => entry.Alarm)
            .OrderBy(alarm => alarm.Name, StringComparer.Ordinal),
    ];

    /// <summary>An alarm; null when there is none of that name.</summary>
    public MetricAlarm? Find(string region, string account, string name) => _alarms.GetValueOrDefault((region, account, name));

    /// <summary>Makes, changes or removes an alarm.</summary>
    /// <param name="change">Gives the alarm from the one so far; null stands for none.</param>
    public void Change(string region, string account, string name, Func<MetricAlarm?, MetricAlarm?> change)
    {
        lock (_gate)
        {
            var before = Find(region, account, name);
            var after = change(before);
            if (ReferenceEquals(before, after))
            {
                return;
            }

            if (after is null)
            {
                _database.RemoveAlarm(region, account, name);
                _alarms.TryRemove((region, account, name), out _);
            }
            else
            {
                _database.SaveAlarm(region, account, name, JsonSerializer.Serialize(after));
                _alarms[(region, account, name)] = after;
            }
        }
    }

    /// <summary>Forgets every alarm; the database was emptied.</summary>
    public void Clear() => _alarms.Clear();
}
