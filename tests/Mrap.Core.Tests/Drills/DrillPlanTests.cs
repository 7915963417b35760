using System.Globalization;
using CsCheck;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Drafts;
using Mrap.Core.Routing;
using Mrap.Core.Tests.Routing;

namespace Mrap.Core.Tests.Drills;

public sealed class DrillPlanTests
{
    private static readonly DrillDraft s_draft = DrillSamples.Draft;

    /// <summary>Every rule: a draft that breaks it alone, where the fault is, and a part of its sentence.</summary>
    private static readonly Dictionary<string, (DrillDraft Draft, string Path, string Text)> s_broken = new()
    {
        ["no name"] = (s_draft with { Name = null }, "drill", "is missing"),
        ["blank name"] = (s_draft with { Name = "  " }, "drill", "is missing"),
        ["long name"] = (s_draft with { Name = new string('n', 81) }, "drill", "at most 80 characters, not 81"),
        ["name of two lines"] = (s_draft with { Name = "a\nb" }, "drill", "on one line"),
        ["long description"] = (s_draft with { Description = new string('d', 2001) }, "description", "at most 2000"),
        ["no access point"] = (s_draft with { AccessPoint = null }, "access-point", "is missing"),
        ["bad access point"] = (s_draft with { AccessPoint = "photos-" }, "access-point", "must not end with a hyphen"),
        ["no traffic"] = (s_draft with { Traffic = null }, "traffic", "is missing"),
        ["no place"] = (Traffic(t => t with { From = [] }), "traffic.from", "1 to 20 places, not 0"),
        ["21 places"] = (
            Traffic(t => t with { From = [.. VantageCatalog.All.Take(21).Select(v => new DrillEntry(v.Id, "1"))] }),
            "traffic.from",
            "not 21"),
        ["unknown place"] = (From("gb-lodnon", "1"), "traffic.from[0]", "did you mean `gb-london`?"),
        ["place twice"] =
            (Traffic(t => t with { From = [.. t.From, new("us-east-1", "1")] }), "traffic.from[2]", "names `us-east-1` twice"),
        ["no weight"] = (From("us-east-1", null), "traffic.from[0]", "is missing"),
        ["weight 0"] = (From("us-east-1", "0"), "traffic.from[0]", "above 0"),
        ["weight 1001"] = (From("us-east-1", "1001"), "traffic.from[0]", "at most 1000"),
        ["weight in words"] = (From("us-east-1", "NaN"), "traffic.from[0]", "must be a number, not `NaN`"),
        ["no rate"] = (Traffic(t => t with { RequestsPerSecond = null }), "traffic.requests-per-second", "is missing"),
        ["rate of 0"] = (Traffic(t => t with { RequestsPerSecond = "0" }), "traffic.requests-per-second", "from 1 to 5000"),
        ["rate of a billion"] =
            (Traffic(t => t with { RequestsPerSecond = "1000000000" }), "traffic.requests-per-second", "from 1 to 5000, not `1000000000`"),
        ["rate beyond counting"] =
            (Traffic(t => t with { RequestsPerSecond = new string('9', 40) }), "traffic.requests-per-second", "from 1 to 5000"),
        ["rate in halves"] = (Traffic(t => t with { RequestsPerSecond = "1.5" }), "traffic.requests-per-second", "whole number"),
        ["no reads"] = (Traffic(t => t with { Reads = null }), "traffic.reads", "is missing"),
        ["reads above 1"] = (Traffic(t => t with { Reads = "1.01" }), "traffic.reads", "from 0 to 1"),
        ["reads below 0"] = (Traffic(t => t with { Reads = "-1%" }), "traffic.reads", "from 0 to 1"),
        ["reads in words"] = (Traffic(t => t with { Reads = "most" }), "traffic.reads", "must be a share"),
        ["no keys"] = (Traffic(t => t with { Keys = null }), "traffic.keys", "is missing"),
        ["0 keys"] = (Traffic(t => t with { Keys = "0" }), "traffic.keys", "from 1 to 100000"),
        ["too many keys"] = (Traffic(t => t with { Keys = "100001" }), "traffic.keys", "from 1 to 100000"),
        ["no size"] = (Traffic(t => t with { ObjectSize = null }), "traffic.object-size", "is missing"),
        ["size beyond 64 MiB"] = (Traffic(t => t with { ObjectSize = "65 MiB" }), "traffic.object-size", "from 0 to 64 MiB, not `65 MiB`"),
        ["size beyond counting"] = (Traffic(t => t with { ObjectSize = "99999999999999 GiB" }), "traffic.object-size", "from 0 to 64 MiB"),
        ["size of a negative"] = (Traffic(t => t with { ObjectSize = "-1" }), "traffic.object-size", "from 0 to 64 MiB"),
        ["size in words"] = (Traffic(t => t with { ObjectSize = "4 KB" }), "traffic.object-size", "must be a size"),
        ["too many requests"] = (
            Traffic(t => t with { RequestsPerSecond = "5000", Reads = "1" }) with
            {
                Phases = [new() { Name = "long", Duration = "55m", Restore = "everything" }],
                Objectives = new(),
            },
            "traffic.requests-per-second",
            "makes 16,500,000 requests"),
        ["too many bytes"] = (Traffic(t => t with { ObjectSize = "64 MiB" }), "traffic.object-size", "at most 10 GiB can be stored"),
        ["no phase"] = (s_draft with { Phases = [], Objectives = new() }, "phases", "1 to 20 phases, not 0"),
        ["21 phases"] = (
            s_draft with
            {
                Phases = [.. s_draft.Phases, .. Enumerable.Range(0, 18).Select(i => s_draft.Phases[0] with { Name = $"p{i}" })],
            },
            "phases",
            "not 21"),
        ["phase without a name"] = (Phase(p => p with { Name = null }), "phases[2].name", "is missing"),
        ["phase with a long name"] = (Phase(p => p with { Name = new string('p', 41) }), "phases[2].name", "at most 40"),
        ["phase name twice"] = (Phase(p => p with { Name = "Fault" }), "phases[2].name", "a second phase the name `Fault`"),
        ["phase without a duration"] = (Phase(p => p with { Duration = null }), "phases[2].duration", "is missing"),
        ["phase of 0 s"] = (Phase(p => p with { Duration = "0s" }), "phases[2].duration", "from 1s to 1h, not `0s`"),
        ["phase beyond 1 h"] = (Phase(p => p with { Duration = "61m" }), "phases[2].duration", "from 1s to 1h, not `61m`"),
        ["phase of an age"] = (Phase(p => p with { Duration = new string('9', 300) + "h" }), "phases[2].duration", "from 1s to 1h"),
        ["duration in words"] = (Phase(p => p with { Duration = "30" }), "phases[2].duration", "must be a duration such as `30s`"),
        ["negative duration"] = (Phase(p => p with { Duration = "-3s" }), "phases[2].duration", "must be a duration"),
        ["two actions"] = (Phase(p => p with { Restore = "everything" }), "phases[2]", "not several"),
        ["other restore"] = (Phase(p => p with { Set = null, Restore = "all" }), "phases[2].restore", "must be `everything`, not `all`"),
        ["set of nothing"] = (Phase(p => p with { Set = [] }), "phases[2].set", "1 to 17 Regions, not 0"),
        ["set of 18"] = (Phase(p => p with { Set = [.. Codes(18).Select(code => Up(code))] }), "phases[2].set", "not 18"),
        ["set changes nothing"] = (Phase(p => p with { Set = [new("us-east-1")] }), "phases[2].set[0]", "changes nothing"),
        ["unknown Region"] = (Phase(p => p with { Set = [Up("us-esat-1")] }), "phases[2].set[0]", "did you mean `us-east-1`?"),
        ["empty Region"] = (Phase(p => p with { Set = [Up("")] }), "phases[2].set[0]", "is missing"),
        ["Region twice"] = (Phase(p => p with { Set = [Up("us-east-1"), Up("us-east-1")] }), "phases[2].set[1]", "names `us-east-1` twice"),
        ["other state"] = (Condition(c => c with { State = "dead" }), "phases[2].set[0].state", "not `dead`"),
        ["latency of an hour"] = (Condition(c => c with { Latency = "1h" }), "phases[2].set[0].latency", "at most 60s, not `1h`"),
        ["jitter of an hour"] = (Condition(c => c with { Jitter = "1h" }), "phases[2].set[0].jitter", "at most 60s, not `1h`"),
        ["errors above 1"] = (Condition(c => c with { Errors = "101%" }), "phases[2].set[0].errors", "from 0 to 1"),
        ["other replication"] = (Condition(c => c with { Replication = "off" }), "phases[2].set[0].replication", "not `off`"),
        ["no routes"] = (Routes(), "phases[2].routes", "1 to 17 Regions, not 0"),
        ["18 routes"] = (Routes([.. Codes(18).Select(code => new DrillEntry(code, "active"))]), "phases[2].routes", "not 18"),
        ["route to an unknown Region"] = (Routes(new DrillEntry("mars-1-1", "active")), "phases[2].routes[0]", "must be a Region"),
        ["route twice"] = (Routes(new("us-east-1", "active"), new("us-east-1", "passive")), "phases[2].routes[1]", "twice"),
        ["other dial"] = (Routes(new DrillEntry("us-east-1", "50")), "phases[2].routes[0]", "must be `active` or `passive`, not `50`"),
        ["failover from nowhere"] = (Failover(null, "us-east-1"), "phases[2].fail-over.from", "is missing"),
        ["failover to an unknown Region"] = (Failover("us-east-1", "x"), "phases[2].fail-over.to", "must be a Region"),
        ["failover to itself"] = (Failover("us-east-1", "us-east-1"), "phases[2].fail-over", "to itself"),
        ["recovery in 0 s"] = (Objectives(o => o with { RecoverWithin = "0s" }), "objectives.recover-within", "above 0"),
        ["recovery in 2 h"] = (Objectives(o => o with { RecoverWithin = "2h" }), "objectives.recover-within", "at most 1h"),
        ["recovery from nothing"] = (
            s_draft with { Phases = [s_draft.Phases[0]], Objectives = new() { RecoverWithin = "1s" } },
            "objectives.recover-within",
            "no phase does anything"),
        ["error share above 1"] = (Objectives(o => o with { Errors = "2" }), "objectives.errors", "from 0 to 1"),
        ["errors of an unknown phase"] =
            (Objectives(o => o with { ErrorsByPhase = [new("falut", "0")] }), "objectives.errors-by-phase[0]", "did you mean `fault`?"),
        ["errors of a phase twice"] = (
            Objectives(o => o with { ErrorsByPhase = [new("fault", "0"), new("Fault", "0")] }), "objectives.errors-by-phase[1]", "twice"),
        ["errors of a phase unsaid"] =
            (Objectives(o => o with { ErrorsByPhase = [new("fault", null)] }), "objectives.errors-by-phase[0]", "has no share"),
        ["errors of a phase above 1"] =
            (Objectives(o => o with { ErrorsByPhase = [new("fault", "3")] }), "objectives.errors-by-phase[0]", "from 0 to 1"),
        ["negative lost writes"] = (Objectives(o => o with { LostWrites = "-1" }), "objectives.lost-writes", "0 or more"),
        ["latency of 0"] = (Objectives(o => o with { P95During = "0ms" }), "objectives.p95-during", "above 0"),
        ["latency of 61 s"] = (Objectives(o => o with { P95During = "61s" }), "objectives.p95-during", "at most 60s"),
        ["latency of no disturbance"] = (
            s_draft with { Phases = [s_draft.Phases[0]], Objectives = new() { P95During = "1s" } },
            "objectives.p95-during",
            "no phase disturbs"),
    };

    public static TheoryData<string> Rules => [.. s_broken.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Create_OneRuleBroken_SaysThatAlone(string rule)
    {
        var (draft, path, text) = s_broken[rule];

        var result = DrillPlan.Create(draft);

        result.Plan.ShouldBeNull();
        var fault = result.Faults.ShouldHaveSingleItem();
        fault.Path.ShouldBe(path);
        fault.Text.ShouldContain(text);
    }

    [Fact]
    public void Create_WithoutFault_KeepsEverything()
    {
        var plan = DrillSamples.Plan;

        plan.Name.ShouldBe("Region lost");
        plan.AccessPoint.Value.ShouldBe("photos");
        plan.Duration.ShouldBe(TimeSpan.FromMinutes(2));
        plan.Traffic.Places.Select(place => (place.Vantage.Id, place.Weight)).ShouldBe([("us-east-1", 3), ("gb-london", 1)]);
        (plan.Traffic.RequestsPerSecond, plan.Traffic.ReadShare, plan.Traffic.Keys, plan.Traffic.ObjectBytes)
            .ShouldBe((40, 0.8, 200, 4096));
        plan.Phases.Select(phase => phase.Stage).ShouldBe([DrillStage.Before, DrillStage.During, DrillStage.After]);
        plan.Phases[1].Action.LostRegions.ShouldBe([DrillSamples.Virginia]);
        plan.Objectives.MaxRecovery.ShouldBe(TimeSpan.FromSeconds(20));
        plan.Objectives.MaxPhaseErrorShares.ShouldBe([new DrillPhaseLimit("baseline", 0)]);
        plan.Objectives.MaxLostWrites.ShouldBe(0);
        plan.Objectives.MaxP95During.ShouldBe(TimeSpan.FromMilliseconds(800));
    }

    [Fact]
    public void Create_NothingGiven_SaysEverythingThatIsMissing() => DrillPlan.Create(new DrillDraft()).Faults
        .Select(fault => fault.Path).ShouldBe(["drill", "access-point", "traffic", "phases"]);

    // each of several faults is said as if it were the only one
    [Fact]
    public void Create_SeveralFaultsOfDifferentParts_LeavesNoneUnsaid() => Gen.Select(
        Gen.OneOf("no name", "long name", "name of two lines"),
        Gen.OneOf("no access point", "bad access point"),
        Gen.OneOf("place twice", "rate of a billion", "reads in words", "too many keys", "size beyond 64 MiB"),
        Gen.OneOf("phase of 0 s", "two actions", "Region twice", "other dial", "failover to itself", "no phase"),
        Gen.OneOf("recovery in 0 s", "error share above 1", "negative lost writes", "latency of 61 s")).Sample(
        (name, accessPoint, traffic, phase, objective) =>
        {
            var draft = s_broken[name].Draft with
            {
                AccessPoint = s_broken[accessPoint].Draft.AccessPoint,
                Traffic = s_broken[traffic].Draft.Traffic,
                Phases = s_broken[phase].Draft.Phases,
                Objectives = s_broken[objective].Draft.Objectives with { ErrorsByPhase = [] },
            };

            DrillPlan.Create(draft).Faults.Select(fault => fault.Path).ShouldBe(
                new[] { name, accessPoint, traffic, phase, objective }.Select(rule => s_broken[rule].Path));
        });

    [Fact]
    public void Create_AnyTexts_NeverThrowsAndGivesAPlanOrFaults() => Gen.String.Array[12].Sample(texts =>
    {
        var result = DrillPlan.Create(new DrillDraft
        {
            Name = texts[0],
            AccessPoint = texts[1],
            Traffic = new DrillTrafficDraft
            {
                From = [new(texts[2], texts[3])],
                RequestsPerSecond = texts[4],
                Reads = texts[5],
                Keys = texts[6],
                ObjectSize = texts[7],
            },
            Phases = [new DrillPhaseDraft { Name = texts[8], Duration = texts[9], Set = [new(texts[10]) { Latency = texts[11] }] }],
            Objectives = new DrillObjectivesDraft { RecoverWithin = texts[3], Errors = texts[4], LostWrites = texts[5] },
        });

        result.Faults.IsEmpty.ShouldBe(result.Plan is not null);
        result.Faults.ShouldAllBe(fault => !fault.Text.Contains('\n') && fault.Text.Length < 1000);
    });

    [Theory]
    [InlineData("us-east-1 eu-west-1", "us-east-1 eu-west-1", "phases[2].routes would leave every Region of the access point passive: "
        + "one must stay active")]
    [InlineData("us-east-1 eu-west-1", "us-east-1", "")]
    [InlineData("us-east-1 eu-west-1!", "us-east-1", "phases[2].routes would leave every Region of the access point passive: one must stay "
        + "active")]
    [InlineData("us-east-1 eu-west-1", "ap-south-1", "phases[2].routes[0] names a Region in which the access point has no bucket: "
        + "`ap-south-1`")]
    [InlineData("us-east-1", "us-east-1", "phases[2].routes cannot change the routes of an access point that has one Region only")]
    public void Create_RoutesKnown_RefusesWhatTheAccessPointWould(string table, string passive, string fault) => string.Join(
        "; ",
        DrillPlan.Create(
            Routes([.. passive.Split(' ').Select(code => new DrillEntry(code, "passive"))]), Samples.Table(table.Split(' '))).Faults)
        .ShouldBe(fault);

    [Fact]
    public void Stage_FailoverAndBackByRoutes_IsAfterOnlyWhereTheStartIsKnown()
    {
        var draft = Objectives(_ => new DrillObjectivesDraft()) with
        {
            Phases =
            [
                new() { Name = "out", Duration = "1s", Failover = new("us-east-1", "eu-west-1") },
                new() { Name = "back", Duration = "1s", Failover = new("eu-west-1", "us-east-1") },
                new() { Name = "end", Duration = "1s", Restore = "everything" },
            ],
        };

        DrillPlan.Create(draft).Plan!.Phases.Select(phase => phase.Stage)
            .ShouldBe([DrillStage.During, DrillStage.During, DrillStage.After]);
        DrillPlan.Create(draft, Samples.Table("us-east-1", "eu-west-1!")).Plan!.Phases.Select(phase => phase.Stage)
            .ShouldBe([DrillStage.During, DrillStage.After, DrillStage.After]);
    }

    [Theory]
    [InlineData("250ms", 250, "250ms")]
    [InlineData("1000ms", 1000, "1s")]
    [InlineData("1.5s", 1500, "1.5s")]
    [InlineData("90s", 90_000, "90s")]
    [InlineData("120s", 120_000, "2m")]
    [InlineData("60m", 3_600_000, "1h")]
    [InlineData("0s", 0, "0ms")]
    public void Duration_ReadAndPrinted_IsTheSame(string text, double milliseconds, string printed)
    {
        var duration = DrillDuration.Parse(text).Value;

        duration.TotalMilliseconds.ShouldBe(milliseconds);
        DrillDuration.Format(duration).ShouldBe(printed);
    }

    [Fact]
    public void Duration_AnyPrinted_ReadsBack() => Gen.Long[0, TimeSpan.FromDays(2).Ticks].Sample(ticks =>
    {
        var duration = TimeSpan.FromTicks(ticks);
        var read = DrillDuration.Parse(DrillDuration.Format(duration)).Value;

        Math.Abs((read - duration).Ticks).ShouldBeLessThan(2, duration.ToString("c", CultureInfo.InvariantCulture));
    });

    private static DrillDraft Traffic(Func<DrillTrafficDraft, DrillTrafficDraft> change) =>
        s_draft with { Traffic = change(s_draft.Traffic!) };

    private static DrillDraft From(string place, string? weight) => Traffic(traffic => traffic with { From = [new(place, weight)] });

    private static DrillDraft Phase(Func<DrillPhaseDraft, DrillPhaseDraft> change) =>
        s_draft with { Phases = s_draft.Phases.SetItem(2, change(s_draft.Phases[2])) };

    private static DrillDraft Condition(Func<DrillRegionDraft, DrillRegionDraft> change) =>
        Phase(phase => phase with { Set = [change(Up("us-east-1"))] });

    private static DrillDraft Routes(params DrillEntry[] routes) => Phase(phase => phase with { Set = null, Routes = [.. routes] });

    private static DrillDraft Failover(string? from, string? to) =>
        Phase(phase => phase with { Set = null, Failover = new DrillFailoverDraft(from, to) });

    private static DrillDraft Objectives(Func<DrillObjectivesDraft, DrillObjectivesDraft> change) =>
        s_draft with { Objectives = change(s_draft.Objectives) };

    private static DrillRegionDraft Up(string code) => new(code) { State = "up" };

    private static IEnumerable<string> Codes(int count) =>
        Core.Regions.RegionCatalog.AccessPointCapable.Take(count).Select(region => region.Id.Value);
}
