using Microsoft.Extensions.Options;
using Mrap.Aws.Examples;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Configuration;
using Mrap.Web.Navigation;

namespace Mrap.Web.Circuit;

/// <summary>
/// Loads the example and tells the circuit that asked of it in a flash message, whatever page is shown meanwhile. It ends even when the
/// circuit goes away, so that nothing is left half made; where it failed it can be taken up again.
/// </summary>
public sealed class ExampleLoader(
    LoadExample example, Flashes flashes, IOptions<ConsoleOptions> options, IHostApplicationLifetime lifetime)
{
    private const string FlashId = "example";

    // Where the next loading begins: the plan that failed, at the step that failed; null for a new one.
    private (ChangePlan Plan, int From)? _rest;

    /// <summary>Raised when a step has ended, on the thread that ran it.</summary>
    public event EventHandler? Changed;

    /// <summary>Whether it may be loaded: in the sandbox only, for in AWS it would cost money.</summary>
    public bool IsOffered => options.Value.ParsedMode == ConsoleMode.Sandbox;

    public bool IsRunning { get; private set; }

    /// <summary>How far the latest loading is; null before the first.</summary>
    public PlanProgress? Progress { get; private set; }

    /// <summary>Loads it, or what is left of it where an earlier loading failed. A second call while it loads does nothing.</summary>
    public async Task RunAsync()
    {
        if (IsRunning || !IsOffered)
        {
            return;
        }

        IsRunning = true;
        flashes.InProgress(FlashId, "Loading the example…");
        try
        {
            var rest = _rest;
            if (rest is null)
            {
                var planned = await example.PlanAsync(lifetime.ApplicationStopping);
                if (!planned.TryGet(out var plan, out var fault))
                {
                    Fail(fault);
                    return;
                }

                rest = (plan, 0);
            }

            await RunAsync(rest.Value.Plan, rest.Value.From);
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

    private async Task RunAsync(ChangePlan plan, int from)
    {
        await foreach (var progress in example.ExecuteAsync(plan, from, lifetime.ApplicationStopping))
        {
            Show(progress);
        }

        _rest = Progress switch
        {
            { ResumeFrom: { } failed } when _rest is null || failed > from || Progress.Fault is { IsTransient: true } => (plan, failed),

            // Refused before any step: what was left is left still.
            { IsSuccess: false, ResumeFrom: null } => _rest,

            // Loaded, or a step failed again for good, as where its bucket was deleted meanwhile: the next begins anew.
            _ => null,
        };
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
