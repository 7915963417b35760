namespace Mrap.Aws.Plans;

/// <summary>How far a step is.</summary>
public enum StepState
{
    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Done, now or in an earlier run.</summary>
    Done,

    /// <summary>Failed; the plan can be run again from here.</summary>
    Failed,
}
