namespace Mrap.Core.Drills.Reports;

/// <summary>All phases of one stage together.</summary>
/// <param name="Figures">Of the requests that were sent in them.</param>
public sealed record DrillStageReport(DrillStage Stage, DrillFigures Figures);
