namespace Mrap.Core.Drills.Reports;

/// <summary>One phase of a drill that was run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stage">Before, during or after the disturbance.</param>
/// <param name="Action">What was done, in words; empty when nothing was.</param>
/// <param name="StartSeconds">When it began, in seconds from the start of the drill.</param>
/// <param name="EndSeconds">When it ended, in seconds from the start of the drill.</param>
/// <param name="Figures">Of the requests that were sent in it.</param>
public sealed record DrillPhaseReport(
    string Name, DrillStage Stage, string Action, double StartSeconds, double EndSeconds, DrillFigures Figures);
