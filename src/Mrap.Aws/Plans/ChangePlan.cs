using System.Collections.Immutable;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Aws.Plans;

/// <summary>
/// A change laid out as steps before anything is done. Immutable; it can be shown, run, and run again from a step that failed.
/// Only use cases make one, and whoever holds it cannot make it another: the role it takes follows from what it does.
/// </summary>
public sealed class ChangePlan
{
    internal ChangePlan(Change change, ImmutableArray<PlanStep> steps)
        : this(change, steps, Guid.NewGuid().ToString("N"))
    {
    }

    private ChangePlan(Change change, ImmutableArray<PlanStep> steps, string id)
    {
        Change = change;
        Steps = steps;
        Id = id;
    }

    /// <summary>The plan, the same over all its runs.</summary>
    public string Id { get; }

    /// <summary>What the plan does, to what.</summary>
    public Change Change { get; }

    /// <summary>What it does it to, such as the name of the access point.</summary>
    public string Target => Change.Target;

    /// <summary>The least role that may run it.</summary>
    public Role NeededRole => Change.Action.NeededRole();

    /// <summary>The steps in order, at least one.</summary>
    public ImmutableArray<PlanStep> Steps { get; }

    /// <summary>The whole plan as commands of the AWS CLI, one step after another, steps without a command as comments.</summary>
    public string Cli =>
        string.Join("\n\n", Steps.Select(step => $"# {step.Title}{(step.Cli.Length > 0 ? "\n" + step.Cli : string.Empty)}"));

    /// <summary>The same plan with one step less, for whoever waits elsewhere.</summary>
    /// <param name="stepId">The id of the step; the plan stays as it is when it has none of this id.</param>
    /// <returns>The plan.</returns>
    public ChangePlan Without(string stepId) => new(Change, [.. Steps.Where(step => step.Id != stepId)], Id);
}
