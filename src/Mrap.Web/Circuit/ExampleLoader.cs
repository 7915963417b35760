using Mrap.Aws.Examples;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Navigation;

namespace Mrap.Web.Circuit;

/// <summary>
/// Loads the example and tells the circuit that asked of it in a flash message, whatever page is shown meanwhile. It ends even when the
/// circuit goes away, so that nothing is left half made.
/// </summary>
public sealed class ExampleLoader(LoadExample example, Flashes flashes, IHostApplicationLifetime lifetime)
{
    private const string FlashId = "example";

    /// <summary>Raised when a step has ended, on the thread that ran it.</summary>
    public event EventHandler? Changed;

    public bool IsRunning { get; private set; }

    /// <summary>How far the latest loading is; null before the first.</summary>
    public PlanProgress? Progress { get; private set; }

    /// <summary>Loads it. A second call while it loads does nothing.</summary>
    public async Task RunAsync()
    {
        if (IsRunning)
        {
            return;
        }

        IsRunning = true;
        flashes.InProgress(FlashId, "Loading the example…");
        try
        {
            var planned = await example.PlanAsync(lifetime.ApplicationStopping);
            if (planned.TryGet(out var plan, out var fault))
            {
                await foreach (
                    var progress in example.ExecuteAsync(plan, from: 0, lifetime.ApplicationStopping))
                {
                    Show(progress);
                }
            }
            else
            {
                Fail(fault);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The process is stopping: there is nobody to tell.
        }
        finally
        {
            IsRunning = false;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private void Show(PlanProgress progress)
    {
        Progress = progress;
        if (progress.Fault is { } fault)
        {
            Fail(fault);
        }
        else if (progress.IsSuccess && AccessPointName.Parse(progress.Plan.Target).TryGet(out var name))
        {
            flashes.Success(FlashId, $"The example is loaded: {name}.", "View access point", ConsoleUrls.AccessPoint(name));
        }
        else if (progress.Steps.FirstOrDefault(step => step.State == StepState.Running) is { } running)
        {
            flashes.InProgress(
                FlashId, $"Loading the example, step {progress.DoneCount + 1} of {progress.Steps.Length}: {running.Step.Title}");
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void Fail(AwsFault fault) => flashes.Error(FlashId, $"{fault.WhatHappened} {fault.Why} {fault.WhatToDo}");
}
