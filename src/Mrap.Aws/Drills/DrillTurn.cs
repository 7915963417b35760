namespace Mrap.Aws.Drills;

/// <summary>Lets one drill run at a time: two would count each other's faults.</summary>
public sealed class DrillTurn
{
    private int _isTaken;

    /// <summary>Takes the turn.</summary>
    /// <returns>What gives it back when it is disposed; null while another drill has it.</returns>
    public IDisposable? TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0 ? new Holder(this) : null;

    private sealed class Holder(DrillTurn turn) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref turn._isTaken, 0);
    }
}
