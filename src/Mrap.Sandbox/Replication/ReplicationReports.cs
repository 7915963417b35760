using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Replication;

/// <summary>Tells which tasks ended: the observers of those by rules with metrics, whoever waits for an end of all.</summary>
internal sealed class ReplicationReports(RegionStores stores, IEnumerable<IReplicationObserver> observers, TimeProvider time)
{
    private readonly IReplicationObserver[] _observers = [.. observers];
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when tasks end the next time, or when what holds them up may have changed.</summary>
    public Task Next => _next.Task;

    /// <summary>Wakes those who wait.</summary>
    public void Pulse() =>
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Tells of tasks that ended.</summary>
    /// <param name="source">The Region whose tasks they were.</param>
    /// <param name="destination">The Region they went to; null while there is no such bucket.</param>
    public void Tell(RegionId source, RegionId? destination, List<ReplicationOutcome> outcomes)
    {
        if (_observers.Length > 0)
        {
            var now = time.GetUtcNow();
            foreach (var outcome in outcomes.Where(HasMetrics))
            {
                var task = outcome.Task;
                var link = new ReplicationLink(
                    task.Version.Bucket.Value, source.Value, task.Destination.Value, destination?.Value, task.Rule);
                var observed = new ReplicationObserved(now, link, now - task.Since, task.Bytes, outcome.Failure);
                foreach (var observer in _observers)
                {
                    observer.Observe(observed);
                }
            }
        }

        Pulse();
    }

    private bool HasMetrics(ReplicationOutcome outcome) =>
        stores.FindRules(outcome.Task.Version.Bucket)?.Find(outcome.Task.Rule, outcome.Task.Destination)
            is { Destination.Metrics.Status: RuleStatus.Enabled };
}
