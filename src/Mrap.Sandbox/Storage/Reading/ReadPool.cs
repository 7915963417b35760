using System.Collections.Concurrent;

namespace Mrap.Sandbox.Storage.Reading;

/// <summary>
/// The read-only connections of a Region. A reader borrows one for the moment of a query; more than are kept are opened when many read at
/// once.
/// </summary>
/// <param name="path">The Region's metadata.</param>
internal sealed class ReadPool(string path) : IDisposable
{
    private const int Kept = 8;

    private readonly ConcurrentStack<ReadSession> _idle = new();
    private volatile bool _isDisposed;

    /// <summary>Runs a query.</summary>
    /// <typeparam name="TState">What the query needs.</typeparam>
    /// <typeparam name="T">What it finds.</typeparam>
    public T Read<TState, T>(TState state, Func<ReadSession, TState, T> query)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_idle.TryPop(out var session))
        {
            session = new ReadSession(path);
        }

        var isSound = false;
        try
        {
            var found = query(session, state);
            isSound = true;
            return found;
        }
        finally
        {
            Return(session, isSound);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private void Return(ReadSession session, bool isSound)
    {
        if (!isSound || _isDisposed || _idle.Count >= Kept)
        {
            session.Dispose();
            return;
        }

        session.Reset();
        _idle.Push(session);

        // a connection given back while the pool is closed would keep the log from being folded in
        if (_isDisposed && _idle.TryPop(out var late))
        {
            late.Dispose();
        }
    }
}
