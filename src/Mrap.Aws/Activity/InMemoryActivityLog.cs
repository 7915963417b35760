using System.Collections.Immutable;

namespace Mrap.Aws.Activity;

/// <summary>Keeps the latest 1,000 entries until the process ends.</summary>
public sealed class InMemoryActivityLog : IActivityLog
{
    private const int Capacity = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<ActivityEntry> _entries = new();

    /// <inheritdoc/>
    public void Record(ActivityEntry entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > Capacity)
            {
                _entries.Dequeue();
            }
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<ActivityEntry> Latest(int most)
    {
        lock (_gate)
        {
            return [.. _entries.Reverse().Take(most)];
        }
    }
}
