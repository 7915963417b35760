using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills.Reports;

/// <summary>
/// The JSON form of a report, <c>drill-report/1</c>. Names are stable: a member may be added under the same schema, none is renamed.
/// </summary>
public static class DrillReportJson
{
    /// <summary>The schema that is written and read.</summary>
    public const string Schema = "drill-report/1";

    /// <summary>Writes a report.</summary>
    /// <returns>Indented JSON with line feeds.</returns>
    public static string Write(DrillReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(new ReportDocument(Schema, report), ReportJsonContext.Default.ReportDocument);
    }

    /// <summary>Reads a report.</summary>
    /// <param name="json">The text that <see cref="Write"/> wrote; members that are not known are passed over.</param>
    /// <returns>The report, or why the text is none.</returns>
    public static DrillReportResult Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var schema = JsonSerializer.Deserialize(json, ReportJsonContext.Default.SchemaDocument)?.Schema;
            if (schema != Schema)
            {
                return new DrillReportResult(
                    Report: null,
                    schema is null
                        ? $"the report does not say its schema: it must have `\"schema\": \"{Schema}\"`"
                        : $"the schema must be `{Schema}`, not {DisplayText.Quote(schema)}");
            }

            var document = JsonSerializer.Deserialize(json, ReportJsonContext.Default.ReportDocument);
            return document is not null && IsWithoutGaps(document.Report)
                ? new DrillReportResult(document.Report, Fault: null)
                : new DrillReportResult(Report: null, "the report has a list with a `null` in it");
        }
        catch (JsonException fault)
        {
            var line = fault.LineNumber is { } number ? $"line {number + 1}: " : string.Empty;
            var path = fault.Path is null or "" or "$" ? string.Empty : $" at {DisplayText.Quote(fault.Path)}";
            return new DrillReportResult(Report: null, $"{line}the text is not a drill report{path}");
        }
    }

    // the serializer checks members for null, not the elements of lists
    private static bool IsWithoutGaps(DrillReport report) =>
        IsFull(report.Verdicts)
        && IsFull(report.Stages)
        && IsFull(report.Phases)
        && IsFull(report.Shifts)
        && IsFull(report.Intervals)
        && IsFull(report.Overall.Regions)
        && report.Stages.All(stage => IsFull(stage.Figures.Regions))
        && report.Phases.All(phase => IsFull(phase.Figures.Regions))
        && IsFull(report.Writes.SingleRegionKeys)
        && IsFull(report.Writes.LostKeys);

    private static bool IsFull<T>(ImmutableArray<T> list)
        where T : class? => !list.IsDefault && list.All(element => element is not null);
}
