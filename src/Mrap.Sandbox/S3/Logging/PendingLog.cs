using System.Collections.Concurrent;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>The lines of a bucket that wait for delivery. What does not fit is lost: access logs are best effort.</summary>
internal sealed class PendingLog
{
    /// <summary>The most lines that wait.</summary>
    public const int MaxLines = 50_000;

    private readonly ConcurrentQueue<(DateTimeOffset At, string Line)> _lines = new();

    /// <summary>Adds a line, unless too many wait.</summary>
    public void Add(DateTimeOffset at, string line)
    {
        if (_lines.Count < MaxLines)
        {
            _lines.Enqueue((at, line));
        }
    }

    /// <summary>Takes the lines that wait.</summary>
    public List<(DateTimeOffset At, string Line)> Take()
    {
        var taken = new List<(DateTimeOffset At, string Line)>();
        while (taken.Count < MaxLines && _lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }
}
