using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Mrap.Aws.Changes;

namespace Mrap.Aws.Plans;

/// <summary>Runs plans step by step and stops at the first fault.</summary>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where steps are logged.</param>
public sealed class PlanRunner(ChangeGate gate, TimeProvider time, ILogger<PlanRunner> logger)
{
    private const int PendingProgress = 64;

    /// <summary>
    /// Runs a plan. Every change of progress is yielded; the last one is finished. A slow reader misses intermediate ones, never the last.
    /// The run lives as long as its reader: to leave the enumeration stops it after the call under way, and it can be resumed.
    /// </summary>
    /// <param name="from">The number of the step to begin with, zero-based: <see cref="PlanProgress.ResumeFrom"/> of the run that failed;
    /// steps before it count as done.</param>
    /// <param name="cancellationToken">Stops after the call under way; what is done stays done.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is no step.</exception>
    public IAsyncEnumerable<PlanProgress> RunAsync(ChangePlan plan, int from, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, plan.Steps.Length);
        return StreamAsync(plan, from, cancellationToken);
    }

    private async IAsyncEnumerable<PlanProgress> StreamAsync(
        ChangePlan plan, int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new PlanRun(plan, from, time, logger);
        var attempt = gate.Begin(plan.Change, plan.Id);
        if (attempt.Refusal is { } refusal)
        {
            await attempt.EndAsync(refusal);
            yield return run.Refuse(refusal);
            yield break;
        }

        var progress = Channel.CreateBounded<PlanProgress>(
            new BoundedChannelOptions(PendingProgress) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = ExecuteAsync(run, attempt, progress.Writer, stop.Token);
        try
        {
            await foreach (var change in progress.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task ExecuteAsync(
        PlanRun run, ChangeAttempt attempt, ChannelWriter<PlanProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var fault = await run.ExecuteAsync(change => progress.TryWrite(change), cancellationToken);
            await attempt.EndAsync(fault);
            progress.Complete();
        }
        catch (OperationCanceledException)
        {
            // The reader left, or asked to stop: it is told by its own token, and the log what had been done by then.
            await attempt.EndAsync(run.Stop());
            progress.Complete();
        }
        catch (Exception bug)
        {
            await attempt.EndAsync(ChangeGate.Broken(bug));
            progress.Complete(bug);
        }
    }
}
