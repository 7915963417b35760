using Mrap.Aws.Faults;

namespace Mrap.Aws.Plans;

/// <summary>One step of a plan. It can be run again: a step already done finds that out and succeeds.</summary>
public sealed class PlanStep
{
    private readonly Func<StepReport, StepTokens, Task<AwsFault?>> _run;

    internal PlanStep(string id, string title, string cli, Func<StepReport, StepTokens, Task<AwsFault?>> run)
    {
        Id = id;
        Title = title;
        Cli = cli;
        _run = run;
    }

    /// <summary>An id unique in the plan, stable over runs.</summary>
    public string Id { get; }

    /// <summary>What the step does: an imperative sentence without a full stop.</summary>
    public string Title { get; }

    /// <summary>The AWS CLI commands that do the same; empty when there are none.</summary>
    public string Cli { get; }

    internal Task<AwsFault?> RunAsync(StepReport report, StepTokens tokens) => _run(report, tokens);
}
