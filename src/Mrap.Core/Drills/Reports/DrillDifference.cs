namespace Mrap.Core.Drills.Reports;

/// <summary>One figure of two reports of the same drill.</summary>
/// <param name="Subject">The phase or stage, or <c>overall</c>.</param>
/// <param name="Figure">The figure, such as <c>p95 latency</c>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Before">The figure of the earlier report; null when it has none.</param>
/// <param name="Now">The figure of the later report; null when it has none.</param>
public sealed record DrillDifference(string Subject, string Figure, DrillUnit Unit, double? Before, double? Now)
{
    /// <summary>By how much the figure grew; negative when it shrank, null when either report has none.</summary>
    public double? Change => Now - Before;
}
