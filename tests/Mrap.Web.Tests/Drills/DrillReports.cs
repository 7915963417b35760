using Mrap.Aws.Drills;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Reports;
using Mrap.Core.Regions;
using Mrap.Web.Data.Drills;

namespace Mrap.Web.Tests.Drills;

/// <summary>Reports of a drill of three seconds.</summary>
internal static class DrillReports
{
    public const string Yaml = """
        drill: Region lost
        access-point: media
        traffic: { from: { us-east-1: 1 }, requests-per-second: 20, reads: 80%, keys: 5, object-size: 16 }
        phases:
          - { name: baseline, duration: 1s }
          - { name: fault, duration: 1s, set: { us-east-1: { state: down } } }
          - { name: back, duration: 1s, restore: everything }
        objectives: { recover-within: 1s, errors: 30% }
        """;

    public static DrillPlan Plan => DrillFile.Read(Yaml).Plan.ShouldNotBeNull();

    /// <summary>A report in which a number of requests fail in the second second.</summary>
    public static DrillReport Failing(int errors) => DrillReport.Of(Plan, new DrillTimeline
    {
        Phases = [Span("baseline", 0, null), Span("fault", 1, 1.1), Span("back", 2, 2.1)],
        Samples =
        [
            .. Enumerable.Range(0, 60).Select(index => new DrillSample(
                TimeSpan.FromMilliseconds(index * 50), "us-east-1", index % 5 == 0 ? DrillMethod.Write : DrillMethod.Read, $"k{index % 5}",
                RegionId.Parse("us-east-1").Value, index >= 20 && index < 20 + errors ? 503 : 200, ErrorCode: null,
                TimeSpan.FromMilliseconds(10 + index))),
        ],
        Audit = [new DrillAuditedKey("k0", [RegionId.Parse("us-east-1").Value])],
    });

    public static SavedDrill Saved(DrillReport report, int minute) => new(
        Guid.CreateVersion7(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero).AddMinutes(minute)),
        report.Drill, report.AccessPoint, new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero).AddMinutes(minute), report.Passed,
        "ada");

    private static DrillPhaseSpan Span(string name, double start, double? applied) => new(
        name, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(start + 1), applied is { } at ? TimeSpan.FromSeconds(at) : null);
}
