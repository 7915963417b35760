using System.Globalization;
using Mrap.Aws.Drills;
using Mrap.Core.Drills.Reports;
using Mrap.Web.Components.Shared;
using Mrap.Web.Drills;

namespace Mrap.Web.Components.Drills;

/// <summary>What is said of drills on pages.</summary>
internal static class DrillWords
{
    private const string None = "–";

    public static string Verdict(bool passed) => passed ? "Passed" : "Failed";

    public static string Now(RunningDrill drill) => (drill.IsStopping, drill.Progress.Step) switch
    {
        (_, DrillStep.Auditing) => "Looking for every written key in every Region.",
        (true, _) => "Stopping: everything is put back.",
        (_, DrillStep.Preparing) => "Noting down what is there, and putting objects where reads will look for them.",
        (_, DrillStep.Restoring) => "Putting everything back.",
        (_, DrillStep.Running) => string.Create(
            CultureInfo.InvariantCulture,
            $"Phase {drill.Progress.Phase + 1} of {drill.Plan.Phases.Length}: {drill.Plan.Phases[drill.Progress.Phase].Name}"),
    };

    /// <summary>How a phase of a running drill stands.</summary>
    public static (StatusKind Kind, string Text) StateOf(DrillProgress progress, int phase) => progress.Step switch
    {
        DrillStep.Running when phase == progress.Phase => (StatusKind.InProgress, "running"),
        _ when phase <= progress.Phase => (StatusKind.Success, "done"),
        _ => (StatusKind.Passive, "to come"),
    };

    public static string Figure(double? value, DrillUnit unit) => value is { } some ? DrillReportText.Format(some, unit) : None;

    public static string Count(int? count) => count is { } some ? DrillReportText.Format(some, DrillUnit.Count) : "not looked for";

    public static string After(double? seconds) => seconds switch
    {
        null => "not reached",
        0 => "none after it",
        { } some => $"after {DrillReportText.Format(some, DrillUnit.Seconds)}",
    };

    public static string Errors(DrillFigures figures) =>
        $"{Count(figures.Errors)} ({DrillReportText.Format(figures.ErrorShare, DrillUnit.Share)})";

    public static string Regions(DrillFigures figures) => figures.Regions.IsEmpty
        ? None
        : string.Join(", ", figures.Regions.Select(region => $"{region.Region} {DrillReportText.Format(region.Share, DrillUnit.Share)}"));

    public static string Change(DrillDifference difference) => difference.Change is { } change
        ? (change > 0 ? "+" : "-") + DrillReportText.Format(Math.Abs(change), difference.Unit)
        : None;
}
