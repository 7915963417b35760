using System.Collections.Immutable;

namespace Mrap.Aws.Activity;

/// <summary>Keeps the latest 1,000 entries until the process ends.</summary>
public sealed class InMemoryActivityLog : IActivityLog
{
    private const int Capacity = 1000;

    private readonly Lock _gate = new();
    private ImmutableList<ActivityEntry> _entries = [];

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
    public Task<ActivityPage> ReadAsync(ActivityQuery query, CancellationToken cancellationToken)
    {
        var count = Math.Clamp(query.Count, 1, ActivityQuery.MaxCount);
        var found = _entries.Where(query.Matches)
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id)
            .Take(count + 1)
            .ToImmutableArray();
        return Task.FromResult(
            found.Length <= count
                ? new ActivityPage(found, Next: null)
                : new ActivityPage(found[..count], new ActivityCursor(found[count - 1].At, found[count - 1].Id)));
    }

    /// <inheritdoc/>
    public Task<ActivityEntry?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.Find(entry => entry.Id == id));
}
