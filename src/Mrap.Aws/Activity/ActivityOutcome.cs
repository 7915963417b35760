namespace Mrap.Aws.Activity;

/// <summary>What became of a change.</summary>
public enum ActivityOutcome
{
    /// <summary>It was made, or accepted by the service where the service goes on alone.</summary>
    Succeeded,

    /// <summary>It was tried and failed; a plan may have done some of its steps.</summary>
    Failed,

    /// <summary>The person's role does not allow it: nothing was tried.</summary>
    Refused,

    /// <summary>Whoever began it left or stopped it before its end; what was done stays done.</summary>
    Stopped,
}
