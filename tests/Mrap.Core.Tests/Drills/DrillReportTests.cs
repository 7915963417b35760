using CsCheck;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Drafts;
using Mrap.Core.Drills.Reports;
using static Mrap.Core.Tests.Drills.DrillSamples;

namespace Mrap.Core.Tests.Drills;

public sealed class DrillReportTests
{
    [Fact]
    public void Of_RegionLost_SaysWhenTheTrafficShiftedAndRecovered()
    {
        var report = DrillReport.Of(Plan, Timeline(
            Read(1, Virginia), Read(31.5, Virginia), Read(33, null, status: null, milliseconds: 2000), Read(40, Ireland),
            Read(95, Virginia)));

        var shift = report.Shifts[0];
        (shift.Phase, shift.Action).ShouldBe(("fault", "us-east-1 goes down"));
        shift.LostRegions.ShouldBe([Virginia]);
        shift.SecondsToShift.ShouldBe(0.6);
        shift.SecondsToRecover.ShouldBe(4);
        report.Shifts[1].SecondsToShift.ShouldBeNull();
        report.Shifts[1].SecondsToRecover.ShouldBe(0);
        report.Phases.Select(phase => (phase.Figures.Requests, phase.Figures.Errors)).ShouldBe([(1, 0), (3, 1), (1, 0)]);
        report.Phases[1].Figures.Regions.ShouldBe([new DrillRegionShare(Ireland, 1, 0.5), new DrillRegionShare(Virginia, 1, 0.5)]);
        report.Stages.Select(stage => (stage.Stage, stage.Figures.Requests))
            .ShouldBe([(DrillStage.Before, 1), (DrillStage.During, 3), (DrillStage.After, 1)]);
    }

    [Fact]
    public void Of_LostRegionServesToTheEnd_HasNoTimeToShift() =>
        DrillReport.Of(Plan, Timeline(Read(32, Ireland), Read(89, Virginia))).Shifts[0].SecondsToShift.ShouldBeNull();

    [Fact]
    public void Of_LastRequestFails_HasNoTimeToRecover() =>
        DrillReport.Of(Plan, Timeline(Read(32, Ireland), Read(89, Ireland, status: 503))).Shifts[0].SecondsToRecover.ShouldBeNull();

    [Fact]
    public void Of_OnePlaceRecoversAndAnotherDoesNot_HasNoTimeToRecover() => DrillReport.Of(
        Plan, Timeline(Read(32, null, status: null), Read(89, Ireland, from: "gb-london"))).Shifts[0].SecondsToRecover.ShouldBeNull();

    [Fact]
    public void Of_NoRequestAfterTheAction_KnowsNoTimes()
    {
        var shift = DrillReport.Of(Plan, Timeline(Read(30.1, Virginia))).Shifts[0];

        (shift.SecondsToShift, shift.SecondsToRecover).ShouldBe((null, null));
    }

    [Fact]
    public void Of_RequestUnderWayWhenTheActionComes_CountsForTheShift() => DrillReport.Of(
        Plan, Timeline(Read(29, Virginia, milliseconds: 3000), Read(33, Ireland))).Shifts[0].SecondsToShift.ShouldBe(1);

    [Fact]
    public void Of_RequestOfTheNextPhase_DoesNotCountForTheShift() => DrillReport.Of(
        Plan, Timeline(Read(33, Ireland), Read(91, Virginia, status: 503))).Shifts[0].SecondsToRecover.ShouldBe(0);

    [Theory]
    [InlineData(200, false)]
    [InlineData(307, false)]
    [InlineData(400, true)]
    [InlineData(403, true)]
    [InlineData(404, false)]
    [InlineData(503, true)]
    [InlineData(null, true)]
    public void IsError_OfARead_GoesByTheStatus(int? status, bool isError) => Read(1, Virginia, status).IsError.ShouldBe(isError);

    [Fact]
    public void IsError_OfAWriteThatIsNotFound_IsOne() => Write(1, Virginia, "k", status: 404).IsError.ShouldBeTrue();

    [Fact]
    public void Of_NotFound_IsNotYetReplicatedOnceAWriteWasAcknowledged()
    {
        var timeline = Timeline(
            Read(1, Ireland, 404, "k"), Write(2, Virginia, "k"), Read(2.05, Ireland, 404, "k"), Read(2.1, Ireland, 404, "k"),
            Write(3, Virginia, "refused", status: 503), Read(4, Ireland, 404, "refused"), Read(5, Ireland, 404, "seeded"));

        DrillReport.Of(Plan, timeline with { SeededKeys = ["seeded"] }).Overall.NotReplicated.ShouldBe(2);
    }

    [Fact]
    public void Of_Writes_AreLostOrInOneRegionByTheAudit()
    {
        var timeline = Timeline(
            Write(1, Virginia, "both"), Write(2, Virginia, "one"), Write(3, Virginia, "gone"), Write(4, Virginia, "unlisted"),
            Write(5, Virginia, "one"), Write(6, Virginia, "refused", status: 503));

        var report = DrillReport.Of(
            Plan,
            timeline with
            {
                Audit = [new("both", [Virginia, Ireland]), new("one", [Ireland]), new("gone", []), new("refused", [Ireland])],
            });

        report.Writes.ShouldBe(new DrillWrites(4, 1, 2, ["one"], ["gone", "unlisted"]));
        Verdict(report, DrillObjectiveKind.LostWrites).ShouldBe(new DrillVerdict(DrillObjectiveKind.LostWrites, null, 0, 2));
        report.Passed.ShouldBeFalse();
    }

    [Fact]
    public void Of_NoAudit_DoesNotPassForLackOfKnowledge()
    {
        var report = DrillReport.Of(Plan, Timeline(Write(1, Virginia, "k")) with { Audit = null });

        report.Writes.ShouldBe(new DrillWrites(1, null, null, [], []));
        Verdict(report, DrillObjectiveKind.LostWrites).Passed.ShouldBeFalse();
    }

    [Fact]
    public void Of_ManyLostWrites_ListsTheFirstHundredAndCountsAll()
    {
        var writes = DrillReport.Of(Plan, Timeline([.. Enumerable.Range(0, 250).Select(i => Write(1, Virginia, $"k{i:000}"))])).Writes;

        (writes.Lost, writes.LostKeys.Length, writes.LostKeys[99]).ShouldBe((250, 100, "k099"));
    }

    [Theory]
    [InlineData("20s", "4s", true)]
    [InlineData("4s", "4s", true)]
    [InlineData("3s", "4s", false)]
    public void Verdict_OfRecovery_ComparesTheSlowestAction(string wanted, string measured, bool passed)
    {
        var report = DrillReport.Of(
            With(objectives => objectives with { RecoverWithin = wanted }),
            Timeline(Read(1, Virginia), Read(33, null, status: null, milliseconds: 2000), Read(40, Ireland), Read(95, Virginia)));

        var verdict = Verdict(report, DrillObjectiveKind.Recovery);
        verdict.Measured.ShouldBe(DrillDuration.Parse(measured).Value.TotalSeconds);
        (verdict.Passed, report.Passed).ShouldBe((passed, false));
    }

    [Fact]
    public void Verdicts_EveryObjective_MeasuredAgainstWanted()
    {
        var report = DrillReport.Of(Plan, Timeline(
            Read(1, Virginia), Read(2, Virginia, status: 500), Read(31, null, status: null), Read(40, Ireland, milliseconds: 900),
            Read(95, Virginia)));

        report.Verdicts.Select(verdict => (verdict.Kind, verdict.Phase, verdict.Wanted, verdict.Measured, verdict.Passed)).ShouldBe(
        [
            (DrillObjectiveKind.Recovery, null, 20, 0.1, true),
            (DrillObjectiveKind.Errors, null, 0.2, 0.4, false),
            (DrillObjectiveKind.PhaseErrors, "baseline", 0, 0.5, false),
            (DrillObjectiveKind.LostWrites, null, 0, 0, true),
            (DrillObjectiveKind.P95During, null, 800, 900, false),
        ]);
    }

    [Fact]
    public void Passed_EveryObjectiveHolds_UnlessTheDrillWasBrokenOff()
    {
        var timeline = Timeline(Read(1, Virginia), Read(40, Ireland), Read(95, Virginia));

        DrillReport.Of(Plan, timeline).Passed.ShouldBeTrue();
        var broken = DrillReport.Of(Plan, timeline with { Phases = timeline.Phases[..2] });
        (broken.IsComplete, broken.Passed, broken.Phases.Length).ShouldBe((false, false, 2));
        DrillReport.Of(Plan, timeline with { Phases = timeline.Phases.SetItem(1, Span("fault", 30, 90)) }).IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void Of_NoSamples_PassesNothingItCannotKnow() => DrillReport.Of(Plan, Timeline()).Verdicts
        .Where(verdict => verdict.Passed).Select(verdict => verdict.Kind).ShouldBe([DrillObjectiveKind.LostWrites]);

    [Fact]
    public void Of_TimelineOfAnotherPlan_IsRefused() => Should.Throw<ArgumentException>(
        () => DrillReport.Of(Plan, Timeline() with { Phases = [Span("other", 0, 1)] }));

    // the nearest rank, said in the naive way: the least value that at least so many percent do not exceed
    [Fact]
    public void Percentiles_OfAnything_AgreeWithCounting() => Gen.Int[1, 5_000].Array[1, 300].Sample(durations =>
    {
        var report = DrillReport.Of(Plan, Timeline([.. durations.Select(ms => Read(1, Virginia, milliseconds: ms))]));

        double Naive(int percent) =>
            durations.Where(value => durations.Count(other => other <= value) * 100L >= (long)percent * durations.Length).Min();
        report.Overall.Latency.ShouldBe(new DrillLatency(Naive(50), Naive(95), durations.Max()));
    });

    [Fact]
    public void Latency_IsThatOfSuccessesAlone() => DrillReport.Of(
        Plan, Timeline(Read(1, Virginia), Read(2, Virginia, status: 503, milliseconds: 9000), Read(3, null, null, milliseconds: 9000)))
        .Overall.Latency.ShouldBe(new DrillLatency(100, 100, 100));

    [Fact]
    public void Of_AnyTimeline_AddsUp() => DrillTimelines.Any.Sample(timeline =>
    {
        var report = DrillReport.Of(Plan, timeline);

        report.Stages.Sum(stage => stage.Figures.Requests).ShouldBe(report.Phases.Sum(phase => phase.Figures.Requests));
        report.Phases.Sum(phase => phase.Figures.Errors).ShouldBe(report.Overall.Errors);
        report.Overall.Requests.ShouldBe(timeline.Samples.Length);
        report.Overall.ErrorShare.ShouldBeInRange(0, 1);
        report.Overall.Regions.Sum(region => region.Share).ShouldBe(report.Overall.Regions.IsEmpty ? 0 : 1, tolerance: 1e-9);
        report.Shifts.ShouldAllBe(shift => !(shift.SecondsToShift < 0) && !(shift.SecondsToRecover < 0));
        (report.Writes.Lost + report.Writes.SingleRegion).GetValueOrDefault().ShouldBeLessThanOrEqualTo(report.Writes.Acknowledged);
    });

    [Fact]
    public void Of_SamplesInAnyOrder_IsTheSame() => Gen.Select(DrillTimelines.Any, Gen.Int[1, 50]).Sample((timeline, turn) =>
        DrillReport.Of(Plan, timeline with { Samples = [.. timeline.Samples.Skip(turn), .. timeline.Samples.Take(turn)] })
            .ShouldBe(DrillReport.Of(Plan, timeline)));

    [Fact]
    public void Compare_EarlierReport_HasARowForEachFigureOfEither()
    {
        var before = DrillReport.Of(Plan, Timeline(Read(1, Virginia), Read(40, Virginia, milliseconds: 300)));
        var now = DrillReport.Of(Plan, Timeline(Read(1, Virginia), Read(40, Ireland, milliseconds: 100), Read(41, Ireland, status: 500)));

        var rows = now.Compare(before);

        rows.ShouldContain(new DrillDifference("overall", "errors", DrillUnit.Count, 0, 1));
        rows.ShouldContain(new DrillDifference("during", "p95 latency", DrillUnit.Milliseconds, 300, 100));
        rows.ShouldContain(new DrillDifference("phase fault", "served by eu-west-1", DrillUnit.Share, null, 1));
        rows.ShouldContain(new DrillDifference("phase fault", "served by us-east-1", DrillUnit.Share, 1, null));
        rows.ShouldContain(new DrillDifference("writes", "lost", DrillUnit.Count, 0, 0));
        rows.Single(row => row is { Subject: "during", Figure: "p95 latency" }).Change.ShouldBe(-200);
        rows.Select(row => (row.Subject, row.Figure)).ShouldBeUnique();
    }

    [Fact]
    public void Compare_WithItself_ChangesNothing() => DrillTimelines.Any.Sample(timeline =>
    {
        var report = DrillReport.Of(Plan, timeline);

        report.Compare(report).ShouldAllBe(row => row.Before == row.Now);
    });

    [Fact]
    public void Compare_OfAnotherDrill_IsRefused()
    {
        var report = DrillReport.Of(Plan, Timeline());

        Should.Throw<ArgumentException>(() => report.Compare(report with { Drill = "other" }));
    }

    private static DrillVerdict Verdict(DrillReport report, DrillObjectiveKind kind) =>
        report.Verdicts.Single(verdict => verdict.Kind == kind);

    private static DrillPlan With(Func<DrillObjectivesDraft, DrillObjectivesDraft> change) =>
        DrillPlan.Create(Draft with { Objectives = change(Draft.Objectives) }).Plan.ShouldNotBeNull();
}
