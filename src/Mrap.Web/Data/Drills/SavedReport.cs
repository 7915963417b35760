using System.Collections.Immutable;
using Mrap.Core.Drills.Reports;

namespace Mrap.Web.Data.Drills;

/// <summary>A drill that was run, with all that is kept of it.</summary>
/// <param name="Drill">What lists show.</param>
/// <param name="Report">What it showed.</param>
/// <param name="Plan">Its plan as YAML.</param>
/// <param name="Notes">What could not be done, in sentences; empty when all was.</param>
/// <param name="Previous">The run of the same drill before this one; null when none is kept.</param>
/// <param name="PreviousReport">What that one showed; null when there is none.</param>
public sealed record SavedReport(
    SavedDrill Drill,
    DrillReport Report,
    string Plan,
    ImmutableArray<string> Notes,
    SavedDrill? Previous,
    DrillReport? PreviousReport);
