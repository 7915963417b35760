using System.Collections.Immutable;
using Mrap.Aws.Activity;

namespace Mrap.Testing;

/// <summary>Keeps the latest 1,000 entries until the process ends.</summary>
public sealed class InMemoryActivityLog : IActivityLog
{
    private const int Capacity = 1000;

    private readonly Lock _gate = new();
    private ImmutableList<ActivityEntry> _entries = [];

    /// <summary>What reading waits for; nothing unless a test says otherwise.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Thrown by whoever reads; null for none.</summary>
    public Exception? Fault { get; set; }

    /// <inheritdoc/>
    public Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var entries = _entries.Add(entry);
            _entries = entries.Count > Capacity ? entries.RemoveAt(0) : entries;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ActivityPage> ReadAsync(ActivityQuery query, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        if (Fault is not null)
        {
            throw Fault;
        }

        var count = Math.Clamp(query.Count, 1, ActivityQuery.MaxCount);
        var found = _entries.Where(query.Matches)
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id)
            .Take(count + 1)
            .ToImmutableArray();
        return found.Length <= count
            ? new ActivityPage(found, Next: null)
            : new ActivityPage(found[..count], new ActivityCursor(found[count - 1].At, found[count - 1].Id));
    }

    /// <inheritdoc/>
    public Task<ActivityEntry?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.Find(entry => entry.Id == id));

    /// <inheritdoc/>
    public Task<ActivityChoices> ReadChoicesAsync(CancellationToken cancellationToken) => Task.FromResult(new ActivityChoices(
        Names(entry => entry.User.Name), Names(entry => entry.Change.AccessPoint)));

    private ImmutableArray<string> Names(Func<ActivityEntry, string?> name) =>
        [.. _entries.Select(name).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(ActivityChoices.MaxNames)];
}
