using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Observation;

/// <summary>The latest data-plane requests, in a ring.</summary>
internal sealed class RequestJournal : IRequestObserver
{
    /// <summary>How many requests are kept.</summary>
    public const int Capacity = 2000;

    private readonly RequestObserved?[] _ring = new RequestObserved?[Capacity];
    private long _count;

    /// <summary>Adds a request of the data plane; the oldest makes room.</summary>
    public void Observe(RequestObserved request, HttpContext http)
    {
        if (request.Service == AwsService.S3 || request.Service == AwsService.S3Global)
        {
            Volatile.Write(ref _ring[(Interlocked.Increment(ref _count) - 1) % Capacity], request);
        }
    }

    /// <summary>The latest requests, newest first.</summary>
    /// <param name="wanted">Which of them.</param>
    /// <param name="limit">How many at most.</param>
    public IEnumerable<JournalEntry> Latest(Func<RequestObserved, bool> wanted, int limit)
    {
        var count = Interlocked.Read(ref _count);
        return Enumerable.Range(0, (int)Math.Min(count, Capacity))
            .Select(age => Volatile.Read(ref _ring[(count - 1 - age) % Capacity]))
            .OfType<RequestObserved>()
            .Where(wanted)
            .Take(limit)
            .Select(JournalEntry.Of);
    }

    /// <summary>Forgets all requests.</summary>
    public void Clear()
    {
        Array.Clear(_ring);
        Interlocked.Exchange(ref _count, 0);
    }
}
