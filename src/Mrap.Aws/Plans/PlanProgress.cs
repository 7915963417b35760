using System.Collections.Immutable;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Plans;

/// <summary>How far a run of a plan is.</summary>
/// <param name="Steps">Its steps, in order.</param>
/// <param name="IsFinished">Whether the run is over, well or not.</param>
/// <param name="Fault">Why the run failed; null unless it did.</param>
public sealed record PlanProgress(ChangePlan Plan, ImmutableArray<StepProgress> Steps, bool IsFinished, AwsFault? Fault)
{
    /// <summary>Whether every step is done.</summary>
    public bool IsSuccess => IsFinished && Fault is null;

    /// <summary>The number of the step to run again from, zero-based; null when no step failed.</summary>
    public int? ResumeFrom
    {
        get
        {
            for (var i = 0; i < Steps.Length; i++)
            {
                if (Steps[i].State == StepState.Failed)
                {
                    return i;
                }
            }

            return null;
        }
    }

    /// <summary>How many steps are done.</summary>
    public int DoneCount => Steps.Count(step => step.State == StepState.Done);
}
