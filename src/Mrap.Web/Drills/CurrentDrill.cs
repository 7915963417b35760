using Mrap.Aws.Drills;
using Mrap.Aws.Faults;
using Mrap.Core.Drills;

namespace Mrap.Web.Drills;

/// <summary>
/// The drill that runs, for every circuit to see. It goes on when the circuit that started it ends, and puts everything back before the
/// console does. Safe for concurrent use.
/// </summary>
public sealed class CurrentDrill : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    /// <summary>Raised when it has begun, gone on or ended, on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>The latest drill; null before the first.</summary>
    public RunningDrill? Latest { get; private set; }

    /// <summary>The drill that runs; null when none does.</summary>
    public RunningDrill? Running => Latest is { HasEnded: false } running ? running : null;

    /// <summary>Begins a drill, unless one runs.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="plan">What is done.</param>
    /// <param name="work">Runs it and keeps its report; gives why there is none.</param>
    /// <returns>Whether it was begun.</returns>
    public bool TryBegin(Guid id, DrillPlan plan, Func<Action<DrillProgress>, CancellationToken, Task<AwsFault?>> work)
    {
        lock (_gate)
        {
            if (Running is not null)
            {
                return false;
            }

            _stop.Dispose();
            _stop = new CancellationTokenSource();
            Latest = new RunningDrill(id, plan, DrillProgress.None);
            _work = RunAsync(work, _stop.Token);
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>Stops the drill that runs: it puts everything back and reports what it saw.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (Running is null)
            {
                return;
            }
        }

        Change(running => running with { IsStopping = true });
        _stop.Cancel();
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Stop();
        return _work.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private async Task RunAsync(Func<Action<DrillProgress>, CancellationToken, Task<AwsFault?>> work, CancellationToken stop)
    {
        // whoever starts it goes on at once
        await Task.Yield();
        AwsFault? fault = null;
        try
        {
            fault = await work(progress => Change(running => running with { Progress = progress }), stop);
        }
        catch (Exception bug)
        {
            fault = new AwsFault(
                ConsoleFaultCodes.Unexpected,
                "The drill ended in an error of the console.",
                $"{bug.GetType().Name}.",
                "Look at the Regions and the routes before you try again, and tell whoever runs the console.");
        }

        Change(running => running with { HasEnded = true, Fault = fault });
    }

    private void Change(Func<RunningDrill, RunningDrill> change)
    {
        lock (_gate)
        {
            Latest = Latest is null ? null : change(Latest);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }
}
