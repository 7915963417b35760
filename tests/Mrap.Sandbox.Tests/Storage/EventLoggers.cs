using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Tests.Storage;

/// <summary>Keeps the numbers of the storage engine's events, and fails at one of them when it is told to.</summary>
internal sealed class EventLoggers : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<int> _events = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _seen = new();

    /// <summary>The storage engine's events so far.</summary>
    public IEnumerable<int> Events => _events.Where(number => number is > 3100 and < 3200);

    /// <summary>The event that cannot be logged; 0 for none.</summary>
    public int FailAt { get; set; }

    /// <summary>Ends when an event has been logged.</summary>
    public Task SeenAsync(int number) => Seen(number).Task;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _events.Enqueue(eventId.Id);
        Seen(eventId.Id).TrySetResult();
        if (FailAt != 0 && eventId.Id == FailAt)
        {
            throw new InvalidOperationException("the log is full");
        }
    }

    private TaskCompletionSource Seen(int number) =>
        _seen.GetOrAdd(number, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
