namespace Mrap.Sandbox.Replication;

/// <summary>
/// Works on what waits in one Region for one bucket. It runs while there is something to do and is woken when there may be; asleep it costs
/// nothing.
/// </summary>
/// <param name="step">Does some of the work; false when there is nothing that can be done now.</param>
/// <param name="retreat">Waits after a fault; it does not throw.</param>
internal sealed class ReplicationLane(Func<CancellationToken, Task<bool>> step, Func<Exception, Task> retreat, CancellationToken stop)
{
    private const int Asleep = 0;
    private const int Running = 1;
    private const int WokenAgain = 2;

    private int _state;

    /// <summary>The run under way, or the last one.</summary>
    public Task Run { get; private set; } = Task.CompletedTask;

    /// <summary>Says that there may be something to do.</summary>
    public void Wake()
    {
        if (stop.IsCancellationRequested)
        {
            return;
        }

        if (Interlocked.CompareExchange(ref _state, Running, Asleep) == Asleep)
        {
            Run = Task.Run(RunAsync, CancellationToken.None);
        }
        else if (Interlocked.CompareExchange(ref _state, WokenAgain, Running) == Asleep)
        {
            Wake();
        }
    }

    private async Task RunAsync()
    {
        do
        {
            Interlocked.Exchange(ref _state, Running);
            try
            {
                while (!stop.IsCancellationRequested && await step(stop))
                {
                }
            }
            catch (Exception fault)
            {
                if (!stop.IsCancellationRequested)
                {
                    await retreat(fault);
                    Interlocked.Exchange(ref _state, WokenAgain);
                }
            }
        }
        while (Interlocked.CompareExchange(ref _state, Asleep, Running) != Running);
    }
}
