using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Mrap.Core.Drills.Reports;

/// <summary>Compares reports figure by figure.</summary>
internal static class ReportComparison
{
    public static ImmutableArray<DrillDifference> Compare(DrillReport before, DrillReport now)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (before.Drill != now.Drill)
        {
            throw new ArgumentException("the report is that of another drill", nameof(before));
        }

        // first the figures of the later report in its order, then those that only the earlier one has
        var earlier = Figures(before).ToDictionary(figure => (figure.Subject, figure.Name));
        var rows = new Dictionary<(string, string), DrillDifference>();
        foreach (var (subject, name, unit, value) in Figures(now).ToList())
        {
            var matched = earlier.TryGetValue((subject, name), out var found) ? found.Value : null;
            rows[(subject, name)] = new DrillDifference(subject, name, unit, matched, value);
        }

        return
        [
            .. rows.Values,
            .. Figures(before).Where(figure => !rows.ContainsKey((figure.Subject, figure.Name)))
                .Select(figure => new DrillDifference(figure.Subject, figure.Name, figure.Unit, figure.Value, Now: null)),
        ];
    }

    private static IEnumerable<ReportFigure> Figures(DrillReport report) =>
    [
        .. Figures("overall", report.Overall),
        .. report.Stages.SelectMany(stage => Figures(DrillReportText.Of(stage.Stage), stage.Figures)),
        .. report.Phases.SelectMany(phase => Figures($"phase {phase.Name}", phase.Figures)),
        .. report.Shifts.SelectMany(Figures),
        new("writes", "acknowledged", DrillUnit.Count, report.Writes.Acknowledged),
        new("writes", "in one Region only", DrillUnit.Count, report.Writes.SingleRegion),
        new("writes", "lost", DrillUnit.Count, report.Writes.Lost),
    ];

    private static IEnumerable<ReportFigure> Figures(string subject, DrillFigures figures) =>
    [
        new(subject, "requests", DrillUnit.Count, figures.Requests),
        new(subject, "errors", DrillUnit.Count, figures.Errors),
        new(subject, "error share", DrillUnit.Share, figures.ErrorShare),
        new(subject, "not yet replicated", DrillUnit.Count, figures.NotReplicated),
        new(subject, "median latency", DrillUnit.Milliseconds, figures.Latency?.P50Ms),
        new(subject, "p95 latency", DrillUnit.Milliseconds, figures.Latency?.P95Ms),
        new(subject, "slowest", DrillUnit.Milliseconds, figures.Latency?.MaxMs),
        .. figures.Regions.Select(region => new ReportFigure(subject, $"served by {region.Region}", DrillUnit.Share, region.Share)),
    ];

    private static IEnumerable<ReportFigure> Figures(DrillShift shift) =>
    [
        new($"phase {shift.Phase}", "time to shift", DrillUnit.Seconds, shift.SecondsToShift),
        new($"phase {shift.Phase}", "time to recover", DrillUnit.Seconds, shift.SecondsToRecover),
    ];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct ReportFigure(string Subject, string Name, DrillUnit Unit, double? Value);
}
