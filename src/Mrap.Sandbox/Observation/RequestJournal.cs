namespace Mrap.Sandbox.Observation;

/// <summary>The latest data-plane requests, in a ring.</summary>
internal sealed class RequestJournal
{
    /// <summary>How many requests are kept.</summary>
    public const int Capacity = 2000;

    private readonly JournalEntry?[] _ring = new JournalEntry?[Capacity];
    private long _count;

    /// <summary>Adds a request; the oldest makes room.</summary>
    public void Add(JournalEntry entry) => Volatile.Write(ref _ring[(Interlocked.Increment(ref _count) - 1) % Capacity], entry);

    /// <summary>The latest requests, newest first.</summary>
    /// <param name="wanted">Which of them.</param>
    /// <param name="limit">How many at most.</param>
    public IEnumerable<JournalEntry> Latest(Func<JournalEntry, bool> wanted, int limit)
    {
        var count = Interlocked.Read(ref _count);
        return Enumerable.Range(0, (int)Math.Min(count, Capacity))
            .Select(age => Volatile.Read(ref _ring[(count - 1 - age) % Capacity]))
            .OfType<JournalEntry>()
            .Where(wanted)
            .Take(limit);
    }

    /// <summary>Forgets all requests.</summary>
    public void Clear()
    {
        Array.Clear(_ring);
        Interlocked.Exchange(ref _count, 0);
    }
}
