using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills.Reports;

/// <summary>Prints a report as Markdown: the verdict first, then tables.</summary>
public static class DrillReportMarkdown
{
    private const string Missing = "not reached";
    private const string None = "–";
    private const string MarkdownSigns = "\\`*_{}[]<>#|~&!";

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="previous">An earlier report of the same drill, to print the differences from it; null for none.</param>
    /// <returns>Markdown with line feeds, which ends with one.</returns>
    /// <exception cref="ArgumentException">The earlier report is that of another drill.</exception>
    public static string Write(DrillReport report, DrillReport? previous = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        WriteVerdict(text, report);
        WriteStages(text, report);
        WritePhases(text, report);
        WriteShifts(text, report);
        WriteWrites(text, report);
        if (previous is not null)
        {
            WriteDifferences(text, report.Compare(previous));
        }

        return text.ToString();
    }

    private static void WriteVerdict(StringBuilder text, DrillReport report)
    {
        var held = report.Verdicts.Count(verdict => verdict.Passed);
        text.Append(CultureInfo.InvariantCulture, $"# {Escape(report.Drill)}: {(report.Passed ? "passed" : "failed")}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Access point {Escape(report.AccessPoint)}. ");
        text.Append(CultureInfo.InvariantCulture, $"{held} of {report.Verdicts.Length} objectives hold.");
        text.Append(report.IsComplete ? "\n\n" : " The drill was not run to its end, or an action could not be applied.\n\n");
        WriteTable(
            text,
            ["Objective", "Wanted", "Measured", "Result"],
            report.Verdicts.Select(verdict => new[]
            {
                DrillReportText.Of(verdict),
                "at most " + DrillReportText.Format(verdict.Wanted, DrillReportText.UnitOf(verdict.Kind)),
                verdict.Measured is { } measured
                    ? DrillReportText.Format(measured, DrillReportText.UnitOf(verdict.Kind))
                    : verdict.Kind == DrillObjectiveKind.Recovery ? Missing : "not measured",
                verdict.Passed ? "passed" : "failed",
            }));
    }

    private static void WriteStages(StringBuilder text, DrillReport report)
    {
        text.Append("\n## Before, during and after\n\n");
        WriteTable(
            text,
            ["", .. FigureHeads],
            [
                .. report.Stages.Select(stage => (string[])[DrillReportText.Of(stage.Stage), .. Cells(stage.Figures)]),
                ["all", .. Cells(report.Overall)],
            ]);
    }

    private static void WritePhases(StringBuilder text, DrillReport report)
    {
        text.Append("\n## Phases\n\n");
        WriteTable(
            text,
            ["Phase", "From", "To", "Action", .. FigureHeads],
            report.Phases.Select(phase => (string[])
            [
                phase.Name,
                DrillReportText.Format(phase.StartSeconds, DrillUnit.Seconds),
                DrillReportText.Format(phase.EndSeconds, DrillUnit.Seconds),
                phase.Action.Length == 0 ? "none" : phase.Action,
                .. Cells(phase.Figures),
            ]));
    }

    private static void WriteShifts(StringBuilder text, DrillReport report)
    {
        if (report.Shifts.IsEmpty)
        {
            return;
        }

        text.Append("\n## How the traffic shifted\n\n");
        WriteTable(
            text,
            ["Phase", "Action", "Last served by what was lost", "Last error"],
            report.Shifts.Select(shift => (string[])
            [
                shift.Phase,
                shift.Action,
                shift.LostRegions.IsEmpty ? None : After(shift.SecondsToShift),
                After(shift.SecondsToRecover),
            ]));
    }

    private static string After(double? seconds) => seconds switch
    {
        null => Missing,
        0 => "none after it",
        { } some => "after " + DrillReportText.Format(some, DrillUnit.Seconds),
    };

    private static void WriteWrites(StringBuilder text, DrillReport report)
    {
        text.Append("\n## Writes\n\n");
        WriteTable(
            text,
            ["Acknowledged", "In one Region only", "Lost"],
            [[Count(report.Writes.Acknowledged), Count(report.Writes.SingleRegion), Count(report.Writes.Lost)]]);
        WriteKeys(text, "Lost", report.Writes.Lost, report.Writes.LostKeys);
        WriteKeys(text, "In one Region only", report.Writes.SingleRegion, report.Writes.SingleRegionKeys);
    }

    private static void WriteKeys(StringBuilder text, string title, int? count, ImmutableArray<string> keys)
    {
        if (keys.IsEmpty)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{title}: {string.Join(", ", keys.Select(Escape))}");
        text.Append(count > keys.Length ? string.Create(CultureInfo.InvariantCulture, $" and {count - keys.Length:#,0} more\n") : "\n");
    }

    private static void WriteDifferences(StringBuilder text, ImmutableArray<DrillDifference> differences)
    {
        text.Append("\n## Since the earlier report\n\n");
        var changed = differences.Where(difference => difference.Before != difference.Now).ToList();
        if (changed.Count == 0)
        {
            text.Append("Every figure is the same.\n");
            return;
        }

        WriteTable(
            text,
            ["", "Figure", "Before", "Now", "Change"],
            changed.Select(difference => (string[])
            [
                difference.Subject,
                difference.Figure,
                Figure(difference.Before, difference.Unit),
                Figure(difference.Now, difference.Unit),
                difference.Change is { } change ? (change > 0 ? "+" : "-") + Figure(Math.Abs(change), difference.Unit) : None,
            ]));
    }

    private static string[] FigureHeads { get; } =
        ["Requests", "Errors", "Not yet replicated", "Median", "p95", "Slowest", "Served by"];

    private static string[] Cells(DrillFigures figures) =>
    [
        Count(figures.Requests),
        $"{Count(figures.Errors)} ({DrillReportText.Format(figures.ErrorShare, DrillUnit.Share)})",
        Count(figures.NotReplicated),
        Figure(figures.Latency?.P50Ms, DrillUnit.Milliseconds),
        Figure(figures.Latency?.P95Ms, DrillUnit.Milliseconds),
        Figure(figures.Latency?.MaxMs, DrillUnit.Milliseconds),
        figures.Regions.IsEmpty
            ? None
            : string.Join(
                ", ", figures.Regions.Select(region => $"{region.Region} {DrillReportText.Format(region.Share, DrillUnit.Share)}")),
    ];

    private static string Count(int? count) =>
        count is { } some ? DrillReportText.Format(some, DrillUnit.Count) : "not looked for";

    private static string Figure(double? value, DrillUnit unit) => value is { } some ? DrillReportText.Format(some, unit) : None;

    private static void WriteTable(StringBuilder text, string[] heads, IEnumerable<string[]> rows)
    {
        WriteRow(text, heads);
        WriteRow(text, [.. heads.Select(_ => "---")]);
        foreach (var row in rows)
        {
            WriteRow(text, [.. row.Select(Escape)]);
        }
    }

    private static void WriteRow(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    // names come from files: they may not end a row or become markup
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var sign in DisplayText.Truncate(text))
        {
            if (MarkdownSigns.Contains(sign, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(sign);
        }

        return escaped.ToString();
    }
}
