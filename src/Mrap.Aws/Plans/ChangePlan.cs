using System.Collections.Immutable;
using Mrap.Aws.Authorization;

namespace Mrap.Aws.Plans;

/// <summary>
/// A change laid out as steps before anything is done. Immutable; it can be shown, run, and run again from a step that failed.
/// </summary>
/// <param name="Action">What the plan does, such as <c>Create access point</c>.</param>
/// <param name="Target">What it does it to, such as the name of the access point.</param>
/// <param name="NeededRole">The least role that may run it.</param>
/// <param name="Steps">The steps in order, at least one.</param>
public sealed record ChangePlan(string Action, string Target, Role NeededRole, ImmutableArray<PlanStep> Steps)
{
    /// <summary>The whole plan as commands of the AWS CLI, one step after another, steps without a command as comments.</summary>
    public string Cli =>
        string.Join("\n\n", Steps.Select(step => $"# {step.Title}{(step.Cli.Length > 0 ? "\n" + step.Cli : string.Empty)}"));
}
