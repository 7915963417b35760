using System.Text;
using Mrap.Aws.Drills;
using Mrap.Core.Drills;
using Mrap.Core.Routing;

namespace Mrap.Aws.Tests.Drills;

public sealed class DrillFileTests
{
    private const string Whole = """
        drill: Region lost
        access-point: photos
        traffic:
          from:
            us-east-1: 3
            gb-london: 1
          requests-per-second: 40
          reads: 80%
          keys: 200
          object-size: 4 KiB
        phases:
          - name: baseline
            duration: 30s
          - name: fault
            duration: 1m
            set:
              us-east-1: { state: down, latency: 250ms, replication: paused }
          - name: routes
            duration: 10s
            routes: { us-east-1: passive, eu-west-1: active }
          - name: failover
            duration: 10s
            fail-over: { from: eu-west-1, to: us-east-1 }
          - name: back
            duration: 2m
            restore: everything
        objectives:
          recover-within: 20s
          errors-by-phase:
            baseline: 0

        """;

    public static TheoryData<string> Ready => [.. Directory.EnumerateFiles(Folder(), "*.yaml").Select(file => Path.GetFileName(file)!)];

    [Fact]
    public void Ready_Drills_AreThree() => Ready.Select(row => row.Data).Order(StringComparer.Ordinal)
        .ShouldBe(["failover-and-back.yaml", "region-lost.yaml", "slow-pacific.yaml"]);

    [Theory]
    [MemberData(nameof(Ready))]
    public void Read_ReadyDrill_IsAPlanWithAllStages(string file)
    {
        var result = DrillFile.Read(File.ReadAllText(Path.Combine(Folder(), file)));

        result.Faults.ShouldBeEmpty();
        result.Plan!.Phases.Select(phase => phase.Stage).Distinct().ShouldBe([DrillStage.Before, DrillStage.During, DrillStage.After]);
    }

    [Fact]
    public void Read_Whole_HasEveryPart()
    {
        var plan = DrillFile.Read(Whole).Plan.ShouldNotBeNull();

        (plan.Name, plan.AccessPoint.Value, plan.Duration).ShouldBe(("Region lost", "photos", TimeSpan.FromSeconds(230)));
        plan.Traffic.Places.Select(place => (place.Vantage.Id, place.Weight)).ShouldBe([("us-east-1", 3), ("gb-london", 1)]);
        var change = plan.Phases[1].Action.ShouldBeOfType<DrillAction.SetConditions>().Changes.ShouldHaveSingleItem();
        (change.State, change.Latency, change.IsReplicationPaused, change.ErrorRate)
            .ShouldBe((RegionHealth.Down, TimeSpan.FromMilliseconds(250), true, null));
        plan.Phases[2].Action.LostRegions.ShouldHaveSingleItem().Value.ShouldBe("us-east-1");
        plan.Phases[3].Action.LostRegions.ShouldHaveSingleItem().Value.ShouldBe("eu-west-1");
        plan.Phases[4].Action.ShouldBeOfType<DrillAction.RestoreEverything>();
        plan.Objectives.MaxPhaseErrorShares.ShouldBe([new DrillPhaseLimit("baseline", 0)]);
    }

    [Theory]
    [InlineData("drill: Region lost", "dril: Region lost", "line 1: the file has the unknown key `dril`: did you mean "
        + "`drill`?; line 1: drill is missing")]
    [InlineData("  keys: 200", "  kyes: 200", "line 3: traffic.keys is missing; "
        + "line 9: traffic has the unknown key `kyes`: did you mean `keys`?")]
    [InlineData("  keys: 200", "  keys: 200\n  colour: red", "line 10: traffic has the unknown key `colour`: one of `from`, "
        + "`requests-per-second`, `reads`, `keys`, `object-size`")]
    [InlineData("  keys: 200", "  keys: 200\n  keys: 300", "line 10: traffic has the key `keys` twice")]
    [InlineData("  keys: 200", "  keys: [200]", "line 9: traffic.keys must be a single value")]
    [InlineData("  keys: 200", "  keys:", "line 9: traffic.keys is missing")]
    [InlineData("requests-per-second: 40", "requests-per-second: 1000000000",
        "line 7: traffic.requests-per-second must be from 1 to 5000, not `1000000000`")]
    [InlineData("    gb-london: 1", "    us-east-1: 1", "line 6: traffic.from[1] names `us-east-1` twice")]
    [InlineData("    gb-london: 1", "    gb-lodnon: 1",
        "line 6: traffic.from[1] must be a Region or a city such as `gb-london`, not `gb-lodnon`; did you mean `gb-london`?")]
    [InlineData("    duration: 1m", "    duration: 0s", "line 15: phases[1].duration must be from 1s to 1h, not `0s`")]
    [InlineData("state: down,", "state: dead,", "line 17: phases[1].set[0].state must be `up`, `degraded` or `down`, not `dead`")]
    [InlineData("{ us-east-1: passive, eu-west-1: active }", "{ us-east-1: passive, us-east-1: active }",
        "line 20: phases[2].routes[1] names `us-east-1` twice")]
    [InlineData("{ us-east-1: passive, eu-west-1: active }", "none", "line 20: phases[2].routes must have names with a value each")]
    [InlineData("{ from: eu-west-1, to: us-east-1 }", "", "line 23: phases[3].fail-over.from is missing; "
        + "line 23: phases[3].fail-over.to is missing")]
    [InlineData("    restore: everything", "    restore:", "line 26: phases[4].restore must be `everything`, not ``")]
    [InlineData("      us-east-1: { state: down, latency: 250ms, replication: paused }", "      us-east-1:",
        "line 17: phases[1].set[0] changes nothing: give `state`, `latency`, `jitter`, `errors` or `replication`")]
    public void Read_OneFault_SaysItWithItsLine(string from, string to, string faults) =>
        Faults(Whole.Replace(from, to, StringComparison.Ordinal)).ShouldBe(faults);

    [Fact]
    public void Read_SeveralFaults_AreSaidByLine() => Faults(
        Whole.Replace("photos", "P", StringComparison.Ordinal)
            .Replace("30s", "2h", StringComparison.Ordinal)
            .Replace("recover-within", "recover", StringComparison.Ordinal)
            .Replace("baseline: 0", "baseline: 7", StringComparison.Ordinal)).Split("; ")
        .Select(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)]).Distinct()
        .ShouldBe(["line 2", "line 13", "line 28", "line 30"]);

    [Theory]
    [InlineData("", "line 1: the file is empty")]
    [InlineData("# nothing\n", "line 1: the file is empty")]
    [InlineData("text", "line 1: the file must have keys such as `drill`")]
    [InlineData("- a\n- b", "line 1: the file must have keys such as `drill`")]
    [InlineData("drill: a\n---\ndrill: b", "line 2: a second document begins: a file holds one drill")]
    [InlineData("drill: &name a\ndescription: *name", "line 1: names a value `&name`: anchors are not allowed, write the value out")]
    [InlineData("drill: *name", "line 1: refers to `*name`: aliases are not allowed, write the value out")]
    [InlineData("drill: !!str a", "line 1: has the tag `tag:yaml.org,2002:str`: tags are not allowed")]
    [InlineData("drill: a\n? [b]\n: c", "line 2: a key must be a text")]
    public void Read_WhatIsNoDrill_IsOneFault(string yaml, string fault) => Faults(yaml).ShouldBe(fault);

    [Theory]
    [InlineData("drill: [a")]
    [InlineData("drill: a\n  b: c\n d")]
    [InlineData("drill: \"a")]
    [InlineData("drill: a: b")]
    [InlineData("%YAML 9.9\n---\ndrill: a")]
    [InlineData("drill: 'a' 'b'")]
    public void Read_NoYaml_IsOneFaultWithALine(string yaml) =>
        DrillFile.Read(yaml).Faults.ShouldHaveSingleItem().Text.ShouldStartWith("cannot be read as YAML: ");

    [Fact]
    public void Read_BillionLaughsAndLoops_AreRefusedAtTheFirstAnchor()
    {
        var laughs = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (var i = 1; i < 40; i++)
        {
            laughs.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        Faults(laughs.ToString()).ShouldStartWith("line 1: names a value `&a0`");
        Faults("drill: &loop [*loop]").ShouldStartWith("line 1: names a value `&loop`");
    }

    [Fact]
    public void Read_TooLarge_IsRefusedUnread()
    {
        Faults(new string(' ', DrillFile.MaxBytes) + "x").ShouldBe("line 1: the file is larger than 256 KiB");
        Faults(Whole + "#" + new string('é', (DrillFile.MaxBytes - Whole.Length - 2) / 2)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Read_NestedWithoutEnd_IsRefused(string nest) =>
        DrillFile.Read("drill: a\nphases:\n" + string.Concat(Enumerable.Repeat(nest, 60_000))).Faults.ShouldHaveSingleItem();

    // a broken file is told of, never thrown
    [Fact]
    public void Read_AnyDamage_NeverThrows()
    {
        for (var at = 0; at < Whole.Length; at += 4)
        {
            foreach (var damage in (string[])["{", "\"", "- ", "\t", ":", "\0", "\uD800", "|", "&a ", "%", "\n"])
            {
                var result = DrillFile.Read(Whole.Insert(at, damage));
                (result.Plan is null).ShouldBe(!result.Faults.IsEmpty);
                result.Faults.ShouldAllBe(fault => fault.Line >= 1 && !fault.Text.Contains('\n'));
            }
        }
    }

    private static string Faults(string yaml) => string.Join("; ", DrillFile.Read(yaml).Faults);

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Console.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("these tests run in the repository");
        }

        return Path.Combine(folder, "docs", "drills");
    }
}
