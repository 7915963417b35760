namespace Mrap.Core.Drills.Reports;

/// <summary>A report and the version of its JSON form.</summary>
internal sealed record ReportDocument(string Schema, DrillReport Report);
