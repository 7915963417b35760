using System.Collections.Immutable;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Operations;

/// <summary>
/// The operations this console started or watched, latest state of each, kept until the process ends; at most 200. Safe for concurrent use.
/// </summary>
public sealed class OperationLog
{
    private const int Capacity = 200;

    private readonly Lock _gate = new();
    private ImmutableList<OperationSnapshot> _operations = [];

    /// <summary>Raised after a new operation or a new state of one, on the thread that made it; the same state again raises nothing.</summary>
    public event EventHandler? Changed;

    /// <summary>The operations, newest first.</summary>
    /// <returns>The latest state of each.</returns>
    public ImmutableArray<OperationSnapshot> Latest() => [.. _operations];

    /// <summary>The operations on one access point, newest first.</summary>
    /// <param name="name">The access point.</param>
    /// <returns>The latest state of each.</returns>
    public ImmutableArray<OperationSnapshot> Of(AccessPointName name) =>
        [.. _operations.Where(operation => operation.AccessPoint == name)];

    /// <summary>The latest state of one operation.</summary>
    /// <param name="tokenArn">The ARN that names it.</param>
    /// <returns>The state, or null when it is not known here.</returns>
    public OperationSnapshot? Find(string tokenArn) =>
        _operations.FirstOrDefault(operation => operation.TokenArn == tokenArn);

    /// <summary>
    /// Remembers a state. An older one of the same operation gives way in its place, but for what only the request knew; a final one stays.
    /// </summary>
    /// <param name="snapshot">The state.</param>
    /// <returns>The state as it is remembered.</returns>
    public OperationSnapshot Remember(OperationSnapshot snapshot)
    {
        bool isChange;
        lock (_gate)
        {
            var place = _operations.FindIndex(operation => operation.TokenArn == snapshot.TokenArn);
            if (place >= 0 && _operations[place] is var earlier)
            {
                if (earlier.IsFinal)
                {
                    return earlier;
                }

                snapshot = snapshot with
                {
                    Members = earlier.Members.IsEmpty ? snapshot.Members : earlier.Members,
                    DoneBefore = earlier.DoneBefore,
                };
            }

            isChange = place < 0 || _operations[place] != snapshot;
            _operations = place >= 0 ? _operations.SetItem(place, snapshot) : _operations.Insert(0, snapshot);
            if (_operations.Count > Capacity)
            {
                _operations = _operations.RemoveAt(_operations.Count - 1);
            }
        }

        if (isChange)
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }

        return snapshot;
    }

    /// <summary>The creations that came to nothing and that nobody has tried again since, newest first.</summary>
    /// <returns>The last state of each, at most one for a name.</returns>
    public ImmutableArray<OperationSnapshot> FailedCreations() =>
        [.. _operations.DistinctBy(operation => operation.AccessPoint).Where(operation => operation.IsFailedCreation)];

    /// <summary>Forgets an operation.</summary>
    /// <param name="tokenArn">The ARN that names it.</param>
    public void Forget(string tokenArn)
    {
        lock (_gate)
        {
            _operations = _operations.RemoveAll(operation => operation.TokenArn == tokenArn);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }
}
