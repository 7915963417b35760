using Mrap.Core.Drills;
using Mrap.Core.Drills.Drafts;
using Mrap.Core.Drills.Reports;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.Drills;

internal static class DrillSamples
{
    public static readonly RegionId Virginia = Region("us-east-1");
    public static readonly RegionId Ireland = Region("eu-west-1");

    public static readonly DrillDraft Draft = new()
    {
        Name = "Region lost",
        AccessPoint = "photos",
        Traffic = new DrillTrafficDraft
        {
            From = [new("us-east-1", "3"), new("gb-london", "1")],
            RequestsPerSecond = "40",
            Reads = "80%",
            Keys = "200",
            ObjectSize = "4 KiB",
        },
        Phases =
        [
            new DrillPhaseDraft { Name = "baseline", Duration = "30s" },
            new DrillPhaseDraft { Name = "fault", Duration = "1m", Set = [new("us-east-1") { State = "down" }] },
            new DrillPhaseDraft { Name = "recovery", Duration = "30s", Set = [new("us-east-1") { State = "up" }] },
        ],
        Objectives = new DrillObjectivesDraft
        {
            RecoverWithin = "20s",
            Errors = "0.2",
            ErrorsByPhase = [new("baseline", "0")],
            P95During = "800ms",
        },
    };

    public static DrillPlan Plan => DrillPlan.Create(Draft).Plan.ShouldNotBeNull();

    public static RegionId Region(string code) => RegionId.Parse(code).Value;

    /// <summary>A read that succeeds unless said otherwise.</summary>
    public static DrillSample Read(
        double at, RegionId? region, int? status = 200, string key = "a", double milliseconds = 100, string from = "us-east-1") =>
        new(
            TimeSpan.FromSeconds(at), from, DrillMethod.Read, key, region, status, status == 200 ? null : "Fault",
            TimeSpan.FromMilliseconds(milliseconds));

    public static DrillSample Write(double at, RegionId? region, string key, int? status = 200) =>
        Read(at, region, status, key) with { Method = DrillMethod.Write };

    public static DrillPhaseSpan Span(string name, double start, double end, double? applied = null) => new(
        name, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), applied is { } at ? TimeSpan.FromSeconds(at) : null);

    public static DrillTimeline Timeline(params DrillSample[] samples) => new()
    {
        Phases = [Span("baseline", 0, 30), Span("fault", 30, 90, 31), Span("recovery", 90, 120, 91)],
        Samples = [.. samples],
        Audit = [],
    };
}
