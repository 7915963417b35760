using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>
/// The one writer of a Region. Changes queue up while it commits; it then takes all that wait into one transaction, so that concurrent
/// writers share the price of a commit, and acknowledges them together. After a fault that it does not know it makes no more changes, for
/// what is in memory may no longer be what is on disk; everyone who waits, or comes later, is told so at once.
/// </summary>
internal sealed class RegionWriter : IAsyncDisposable
{
    private const int QueueLimit = 4096;
    private const int GroupLimit = 256;

    private readonly Channel<WriteOperation> _queue =
        Channel.CreateBounded<WriteOperation>(new BoundedChannelOptions(QueueLimit) { SingleReader = true });
    private readonly Database _database;
    private readonly WriteSession _session;
    private readonly ObjectCache _cache;
    private readonly BodyFiles _files;
    private readonly Durability _durability;
    private readonly RegionId _region;
    private readonly ILogger _logger;
    private readonly Action<IReadOnlyList<BucketName>> _onQueued;
    private readonly Task _loop;

    /// <summary>Starts the writer on a connection of its own, which it takes over.</summary>
    /// <param name="onQueued">Is told after a commit for which buckets replications wait now; it neither waits nor throws.</param>
    internal RegionWriter(
        RegionId region, Database database, WriteSession session, ObjectCache cache, BodyFiles files, Durability durability, ILogger logger,
        Action<IReadOnlyList<BucketName>> onQueued)
    {
        _onQueued = onQueued;
        _region = region;
        _database = database;
        _session = session;
        _cache = cache;
        _files = files;
        _durability = durability;
        _logger = logger;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>
    /// Makes a change. Once it waits in the queue it is made, whether or not the caller still cares: what it refers to must stay alive
    /// until then.
    /// </summary>
    /// <typeparam name="T">The outcome.</typeparam>
    /// <param name="apply">Makes the change inside a transaction.</param>
    /// <param name="publish">Shows it to readers from memory.</param>
    /// <param name="cancellation">Stops waiting for a place in the queue.</param>
    /// <returns>The outcome, once it is durable.</returns>
    /// <exception cref="WriterStoppedException">The store is closed, or the writer has failed.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteSession, T> apply, Action<T>? publish, CancellationToken cancellation)
    {
        var operation = new WriteOperation<T>(apply, publish);
        try
        {
            await _queue.Writer.WriteAsync(operation, cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new WriterStoppedException(closed.InnerException);
        }

        return await operation.Completion;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _session.Dispose();
        _database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        _database.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<WriteOperation>(GroupLimit);
        try
        {
            while (await _queue.Reader.WaitToReadAsync())
            {
                group.Clear();
                while (group.Count < GroupLimit && _queue.Reader.TryRead(out var operation))
                {
                    group.Add(operation);
                }

                Commit(group);
            }
        }
        catch (Exception fault)
        {
            FailAll(group, fault);
            StorageLog.WriterFailed(_logger, _region.Value, fault);
        }
    }

    // First nobody waits any more, then it is told: telling may fail too.
    private void FailAll(List<WriteOperation> group, Exception fault)
    {
        _queue.Writer.TryComplete(fault);
        var stopped = new WriterStoppedException(fault);
        foreach (var operation in group)
        {
            operation.Fail(stopped);
        }

        while (_queue.Reader.TryRead(out var operation))
        {
            operation.Fail(stopped);
        }
    }

    private void Commit(List<WriteOperation> group)
    {
        var applied = new List<WriteOperation>(group.Count);
        _session.Begin();
        try
        {
            _database.Execute("BEGIN IMMEDIATE");
            foreach (var operation in group)
            {
                if (TryApply(operation))
                {
                    applied.Add(operation);
                }
            }

            if (_durability == Durability.Full && _session.HasNewFiles)
            {
                DirectorySync.Flush(_files.Staging);
            }

            _cache.Block(_session.TouchedKeys);
            _database.Execute("COMMIT");
        }
        catch (Exception fault)
        {
            Abandon(group, fault);
            return;
        }

        foreach (var operation in applied)
        {
            operation.Publish();
        }

        _cache.Unblock(_session.TouchedKeys);
        MoveTakenBodies();
        foreach (var operation in applied)
        {
            operation.Acknowledge();
        }

        if (_session.Queue.Destinations.Count > 0)
        {
            _onQueued([.. _session.Queue.Destinations]);
        }
    }

    private bool TryApply(WriteOperation operation)
    {
        _session.Save();
        try
        {
            operation.Apply(_session);
            _session.Release();
            return true;
        }
        catch (Exception fault)
        {
            operation.Fail(fault);
            _session.Undo();
            return false;
        }
    }

    // Nothing of the group is committed, so every change in it has failed, those not yet tried among them; one that failed by itself keeps
    // its own reason.
    private void Abandon(List<WriteOperation> group, Exception fault)
    {
        StorageLog.CommitFailed(_logger, fault);
        _session.RollBack();
        _cache.Unblock(_session.TouchedKeys);
        foreach (var operation in group)
        {
            operation.Fail(fault);
        }
    }

    private void MoveTakenBodies()
    {
        foreach (var body in _session.TakenBodies)
        {
            try
            {
                body.Take();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // readers find it in staging too, and the next start moves it
                StorageLog.BodyNotMoved(_logger, body.Id, fault);
            }
        }
    }
}
