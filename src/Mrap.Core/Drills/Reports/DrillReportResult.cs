namespace Mrap.Core.Drills.Reports;

/// <summary>A report that was read, or why there is none.</summary>
/// <param name="Report">The report; null when there is a fault.</param>
/// <param name="Fault">What is wrong, as a sentence fragment; null when there is a report.</param>
public sealed record DrillReportResult(DrillReport? Report, string? Fault);
