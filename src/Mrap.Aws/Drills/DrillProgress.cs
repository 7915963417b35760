namespace Mrap.Aws.Drills;

/// <summary>How far a drill is and what it has seen.</summary>
/// <param name="Step">What is done now.</param>
/// <param name="Phase">The index of the phase that runs or ran last, from 0; -1 before the first.</param>
/// <param name="Elapsed">Since the traffic began.</param>
/// <param name="Requests">How many requests there were so far.</param>
/// <param name="Errors">How many of them failed.</param>
public sealed record DrillProgress(DrillStep Step, int Phase, TimeSpan Elapsed, int Requests, int Errors)
{
    /// <summary>Before anything has been done.</summary>
    public static DrillProgress None { get; } = new(DrillStep.Preparing, -1, TimeSpan.Zero, 0, 0);
}
