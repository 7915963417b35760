using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Control;

/// <content>What becomes of operations as time goes by.</content>
internal sealed partial class ControlState
{
    // Puts the effect of every operation that is due into its access point, in the order in which they are due.
    private void Settle()
    {
        var now = time.GetUtcNow();
        if (now.UtcTicks < Volatile.Read(ref _nextDue))
        {
            return;
        }

        lock (_gate)
        {
            foreach (
                var record in _operations.Values.Where(record => !record.IsApplied && record.Accepted.DueAt <= now)
                    .OrderBy(record => record.Accepted.DueAt)
                    .ToList())
            {
                Apply(record);
            }

            Forget(now);
            _nextDue = _operations.Values.Where(record => !record.IsApplied)
                .Select(record => record.Accepted.DueAt.UtcTicks)
                .DefaultIfEmpty(long.MaxValue)
                .Min();
        }
    }

    private void Apply(OperationRecord operation)
    {
        var applied = operation with { IsApplied = true };
        var record = operation.Outcome is null ? FindHeld(operation.Accepted.Token.Account, operation.Accepted.AccessPoint) : null;
        var changed = (record, operation.Accepted.Kind) switch
        {
            (null, _) => null,
            (_, AsyncOperationKind.Create) => record with { Point = record.Point with { Status = AccessPointStatus.Ready } },
            (_, AsyncOperationKind.PutPolicy) => record with { EstablishedPolicy = operation.Request.Policy, ProposedPolicy = null },
            _ => null,
        };
        if (record is not null && operation.Accepted.Kind == AsyncOperationKind.Delete)
        {
            database.Transact(() =>
            {
                database.Remove(record.Point.Alias);
                database.Save(applied);
            });
            _points = _points.Remove(record.Point.Alias);
            _operations[operation.Accepted.Token] = applied;
            return;
        }

        Commit(applied, changed);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var record in _operations.Values.Where(record => record.IsApplied && record.Accepted.DueAt + s_history < now).ToList())
        {
            database.Remove(record.Accepted.Token);
            _operations.Remove(record.Accepted.Token);
        }
    }
}
