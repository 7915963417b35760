using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Drills;
using Mrap.Aws.Faults;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Drills;

/// <summary>Drills against a real sandbox whose traffic is played.</summary>
public sealed class RunDrillTests : IAsyncLifetime
{
    private const string RegionLost = """
        drill: Region lost
        access-point: media
        traffic: { from: { us-east-1: 2, gb-london: 1 }, requests-per-second: 50, reads: 80%, keys: 10, object-size: 16 }
        phases:
          - { name: baseline, duration: 1s }
          - { name: fault, duration: 1s, set: { us-east-1: { state: down } } }
          - { name: moved, duration: 2s, routes: { us-east-1: passive } }
          - { name: back, duration: 1s, restore: everything }
        objectives: { recover-within: 1s, errors: 50% }
        """;

    private SandboxFixture? _sandbox;
    private TrafficFront? _front;
    private ConsoleServices? _services;
    private SandboxClient? _client;
    private string _alias = string.Empty;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TrafficFront Front => _front!;

    private ConsoleServices Console => _services!;

    private SandboxClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _client = new SandboxClient(_sandbox);
        _alias = await _client.CreateAccessPointAsync("media", "eu-west-1", "us-east-1");
        _front = await TrafficFront.StartAsync(_sandbox.Host.HttpPort);
        _services = new ConsoleServices(new AwsEnvironment { SandboxPort = _front.Port, MaxAttempts = 1 });
    }

    public async ValueTask DisposeAsync()
    {
        _services?.Dispose();
        await _front!.DisposeAsync();
        await _sandbox!.DisposeAsync();
    }

    [Fact]
    public async Task Drill_RunToItsEnd_DoesEachActionAndReportsWhatTheRequestsCameTo()
    {
        Front.OnBegin = async prefix =>
            (await Client.S3Async("PUT", $"/media-eu-west-1/{prefix}kept", "x", "eu-west-1", Cancellation)).Status.ShouldBe(200);
        Front.Sample = (index, prefix, isDown) => (index % 10) switch
        {
            0 => TrafficFront.Write(index, prefix + "kept", isDown ? "eu-west-1" : "us-east-1"),
            1 => TrafficFront.Write(index, prefix + "gone", isDown ? "eu-west-1" : "us-east-1"),
            _ => TrafficFront.Read(index, prefix + "kept", isDown ? "eu-west-1" : "us-east-1"),
        };
        var told = new List<DrillProgress>();

        var outcome = await Console.Get<RunDrill>().ExecuteAsync(await PlanAsync(), told.Add, Cancellation);

        var run = outcome.TryGet(out var ended, out var fault) ? ended : throw new InvalidOperationException(fault.ToString());
        run.Faults.ShouldBeEmpty();
        run.WasStopped.ShouldBeFalse();
        run.Report.IsComplete.ShouldBeTrue();
        run.Report.Phases.Select(phase => phase.Name).ShouldBe(["baseline", "fault", "moved", "back"]);
        run.Report.Phases[0].Figures.Regions.Single().Region.Value.ShouldBe("us-east-1");
        run.Report.Phases[2].Figures.Regions.Single().Region.Value.ShouldBe("eu-west-1");
        run.Report.Phases[3].Figures.Regions.Select(region => region.Region.Value).ShouldContain("us-east-1");
        (run.Report.Writes.SingleRegion, run.Report.Writes.Lost).ShouldBe((1, 1));
        run.Report.Passed.ShouldBeFalse();
        run.Report.Intervals.Length.ShouldBeInRange(4, 6);
        run.Report.Intervals.Sum(interval => interval.Requests).ShouldBe(run.Report.Overall.Requests);
        run.Timeline.Phases.Zip(run.Timeline.Phases.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start);
        told.Select(progress => progress.Step).Distinct()
            .ShouldBe([DrillStep.Preparing, DrillStep.Running, DrillStep.Restoring, DrillStep.Auditing]);
        Front.Stops.ShouldBe(1);
        await ShouldBeAsBeforeAsync();
        var order = Front.Orders.Single();
        order.GetProperty("places").GetProperty("us-east-1").GetDouble().ShouldBe(2);
        order.GetProperty("rate").GetInt32().ShouldBe(50);
        order.GetProperty("readShare").GetDouble().ShouldBe(0.8);
        order.GetProperty("uniqueWrites").GetBoolean().ShouldBeTrue();
        (await Actions()).ShouldBe(
            [
                ChangeAction.RunDrill, ChangeAction.ChangeConditions, ChangeAction.ChangeRoutes, ChangeAction.ChangeConditions,
                ChangeAction.ChangeRoutes,
            ]);
    }

    [Fact]
    public async Task Drill_Stopped_PutsBackWhatItChangedAndWhatWasThere()
    {
        await Client.SendAsync(
            new WireRequest("PUT", "/_sandbox/regions/eu-west-1") { IsSigned = false, Body = """{"latencyMs":7}"""u8.ToArray() });
        using var stop = new CancellationTokenSource();

        var outcome = await Console.Get<RunDrill>().ExecuteAsync(
            await PlanAsync(),
            progress =>
            {
                if (progress is { Phase: 2, Step: DrillStep.Running } && progress.Elapsed > TimeSpan.FromSeconds(2.1))
                {
                    stop.Cancel();
                }
            },
            stop.Token);

        var run = outcome.Value;
        run.WasStopped.ShouldBeTrue();
        run.Report.IsComplete.ShouldBeFalse();
        run.Report.Phases.Select(phase => phase.Name).ShouldBe(["baseline", "fault", "moved"]);
        run.Report.Overall.Requests.ShouldBeGreaterThan(100);
        run.Report.Writes.Lost.ShouldBe(0);
        Front.Stops.ShouldBe(1);
        var regions = await ReadRegionsAsync();
        regions.ShouldNotContain("down");
        regions.ShouldContain("\"eu-west-1\":{\"state\":\"up\",\"latencyMs\":7");
        (await ReadRoutesAsync()).ShouldNotContain("<TrafficDialPercentage>0<");
        (await Entries()).Single(entry => entry.Change.Action == ChangeAction.RunDrill).Outcome.ShouldBe(ActivityOutcome.Stopped);
    }

    [Fact]
    public async Task Drill_StoppedWhileARegionIsTakenDown_WaitsForItAndBringsItUp()
    {
        using var stop = new CancellationTokenSource();
        Front.OnRegionsChange = stop.Cancel;

        var run = (await Console.Get<RunDrill>().ExecuteAsync(await PlanAsync(), _ => { }, stop.Token)).Value;

        run.WasStopped.ShouldBeTrue();
        run.Timeline.Phases[^1].Name.ShouldBe("fault");
        run.Timeline.Phases[^1].ActionApplied.ShouldNotBeNull();
        await ShouldBeAsBeforeAsync();
    }

    [Fact]
    public async Task Drill_WhileAnotherRuns_IsRefusedInWords()
    {
        var plan = await PlanAsync();
        using var stop = new CancellationTokenSource();
        Outcome<DrillRun>? second = null;
        var runs = Console.Get<RunDrill>();

        await runs.ExecuteAsync(
            plan,
            progress =>
            {
                if (progress.Step == DrillStep.Running && second is null)
                {
                    second = runs.ExecuteAsync(plan, _ => { }, Cancellation).GetAwaiter().GetResult();
                    stop.Cancel();
                }
            },
            stop.Token);

        second.ShouldNotBeNull().Fault.ShouldNotBeNull().Why.ShouldBe("Another drill is running.");
    }

    [Fact]
    public async Task Drill_WhileOtherTrafficRuns_IsRefusedAndLeavesItAlone()
    {
        Front.IsBusy = true;

        var outcome = await Console.Get<RunDrill>().ExecuteAsync(await PlanAsync(), _ => { }, Cancellation);

        outcome.Fault.ShouldNotBeNull().Why.ShouldBe("Traffic runs already.");
        Front.Stops.ShouldBe(0);
    }

    [Fact]
    public async Task Drill_WhoseTrafficEnds_IsBrokenOff()
    {
        Front.EndsAfter = TimeSpan.FromSeconds(1.2);

        var run = (await Console.Get<RunDrill>().ExecuteAsync(await PlanAsync(), _ => { }, Cancellation)).Value;

        run.Report.IsComplete.ShouldBeFalse();
        run.Report.Phases.Length.ShouldBe(2);
        run.Faults.Single().Why.ShouldStartWith("Its traffic ended before its time");
        await ShouldBeAsBeforeAsync();
    }

    [Fact]
    public async Task Drill_OfAViewer_IsRefused()
    {
        var plan = await PlanAsync();
        Console.Acting.Current = new ActingUser("vic", Role.Viewer);

        var outcome = await Console.Get<RunDrill>().ExecuteAsync(plan, _ => { }, Cancellation);

        outcome.Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.RoleTooLow);
        Front.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_WithARegionThatTheAccessPointLacks_SaysItsLine()
    {
        var yaml = RegionLost.Replace("us-east-1: { state: down }", "sa-east-1: { state: down }", StringComparison.Ordinal);

        var result = (await Console.Get<PrepareDrill>().ExecuteAsync(yaml, Cancellation)).Value;

        result.Plan.ShouldBeNull();
        result.Faults.Single().ToString().ShouldBe(
            "line 6: phases[1].set[0] names a Region in which the access point has no bucket: `sa-east-1`");
    }

    private async Task<Core.Drills.DrillPlan> PlanAsync() =>
        (await Console.Get<PrepareDrill>().ExecuteAsync(RegionLost, Cancellation)).Value.Plan.ShouldNotBeNull();

    private async Task ShouldBeAsBeforeAsync()
    {
        (await ReadRegionsAsync()).ShouldNotContain("down");
        (await ReadRoutesAsync()).ShouldNotContain("<TrafficDialPercentage>0<");
    }

    private async Task<string> ReadRegionsAsync() =>
        (await Client.SendAsync(new WireRequest("GET", "/_sandbox/regions") { IsSigned = false }, Cancellation)).Text;

    private async Task<string> ReadRoutesAsync() =>
        (await Client.ControlAsync("GET", SandboxClient.RoutesPath(_alias), region: "us-west-2", cancellation: Cancellation)).Text;

    private async Task<IEnumerable<ChangeAction>> Actions() => (await Entries()).Reverse().Select(entry => entry.Change.Action);

    private async Task<IReadOnlyList<ActivityEntry>> Entries() =>
        (await Console.Get<IActivityLog>().ReadAsync(new ActivityQuery(), Cancellation)).Entries;
}
