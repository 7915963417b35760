using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Metrics;
using Mrap.Core.Metrics;
using Mrap.Testing;
using static Mrap.Aws.Tests.Metrics.MetricsServer;

namespace Mrap.Aws.Tests.Metrics;

public sealed class AlarmTests
{
    private const string LagName = "mrap/demo/replication-lag/dublin/sydney/rule";

    private static readonly AlarmDraft s_lag = AlarmDraft.OnLag(
        AccessPoint.Name, new SeriesSubject.Replication(Dublin, Sydney, "rule"), TimeSpan.FromMinutes(15));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lag_IsWatchedAtTheDestination()
    {
        await using var server = await StartAsync(_ => new RecordedAnswer(200, "<R/>"));

        (await server.Get<CreateAlarm>().ExecuteAsync(s_lag, Cancellation)).Fault.ShouldBeNull();

        var request = server.Requests.ShouldHaveSingleItem();
        IsOf(request, Sydney).ShouldBeTrue();
        var form = Form(request);
        (form["AlarmName"], form["MetricName"], form["Statistic"], form["Threshold"], form["TreatMissingData"]).ShouldBe(
            (LagName, "ReplicationLatency", "Maximum", "900", "ignore"));
        (form["Period"], form["EvaluationPeriods"], form["DatapointsToAlarm"], form["ComparisonOperator"]).ShouldBe(
            ("60", "5", "3", "GreaterThanThreshold"));
        form["AlarmDescription"].ShouldBe("Replication lag from dublin to sydney, for the access point demo.");
        var entry = (await server.Get<IActivityLog>().ReadAsync(new ActivityQuery(), Cancellation)).Entries.ShouldHaveSingleItem();
        (entry.Change.Action, entry.Outcome, entry.Change.AccessPoint).ShouldBe(
            (ChangeAction.CreateAlarm, ActivityOutcome.Succeeded, "demo"));
    }

    [Fact]
    public async Task Errors_AreWatchedAtTheBucketAsARate()
    {
        await using var server = await StartAsync(_ => new RecordedAnswer(200, "<R/>"));

        await server.Get<CreateAlarm>().ExecuteAsync(AlarmDraft.OnErrors(AccessPoint.Name, Dublin, 0.05), Cancellation);

        var form = Form(server.Requests.ShouldHaveSingleItem());
        (form["MetricName"], form["Statistic"], form["Threshold"], form["TreatMissingData"]).ShouldBe(
            ("5xxErrors", "Average", "0.05", "notBreaching"));
    }

    [Fact]
    public async Task Alarms_OfAllRegions_AreReadByTheirPrefix()
    {
        await using var server = await StartAsync(request =>
            IsOf(request, Ohio) ? Fault(403, "AccessDenied")
                : new RecordedAnswer(200, Alarms(IsOf(request, Sydney) ? Alarm(LagName, "ALARM") : Alarm("mrap/demo/a", "OK"))));

        var reading = await server.Get<GetAlarms>().ExecuteAsync(AccessPoint, Cancellation);

        reading.Alarms.Select(alarm => (alarm.Name, alarm.Region, alarm.State)).ShouldBe(
        [
            ("mrap/demo/a", Dublin.Region, AccessPointAlarmState.Ok), (LagName, Sydney.Region, AccessPointAlarmState.InAlarm),
        ]);
        reading.Alarms[0].ShouldSatisfyAllConditions(
            alarm => alarm.Threshold.ShouldBe(900), alarm => alarm.Reason.ShouldBe("why"), alarm => alarm.Since.ShouldBe(Now));
        reading.Faults.ShouldHaveSingleItem().Region.ShouldBe(Ohio.Region);
        server.Requests.ShouldAllBe(request => Form(request)["AlarmNamePrefix"] == "mrap/demo/");
    }

    [Theory]
    [InlineData("mrap/demo/a", null, 1)]
    [InlineData("mrap/demo2/a", "Invalid", 0)]
    [InlineData("billing", "Invalid", 0)]
    public async Task Delete_OnlyAlarmsOfTheAccessPoint_IsDone(string name, string? code, int calls)
    {
        await using var server = await StartAsync(_ => Fault(404, "ResourceNotFound"));
        var alarm = new AccessPointAlarm(
            name, Dublin.Region, string.Empty, "m", 1, AccessPointAlarmState.Ok, string.Empty, Since: null);

        var outcome = await server.Get<DeleteAlarm>().ExecuteAsync(AccessPoint.Name, alarm, Cancellation);

        outcome.Fault?.Code.ShouldBe(code);
        outcome.IsSuccess.ShouldBe(code is null);
        server.Requests.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task Alarm_ByAViewer_IsRefused()
    {
        await using var server = await StartAsync();
        server.Acting.Current = new ActingUser("eve", Role.Viewer);

        (await server.Get<CreateAlarm>().ExecuteAsync(s_lag, Cancellation)).Fault!.Code.ShouldBe("RoleTooLow");

        server.Requests.ShouldBeEmpty();
    }

    private static string Alarms(string alarms) =>
        $"<DescribeAlarmsResponse><DescribeAlarmsResult><MetricAlarms>{alarms}</MetricAlarms></DescribeAlarmsResult>"
            + "</DescribeAlarmsResponse>";

    private static string Alarm(string name, string state) =>
        $"<member><AlarmName>{name}</AlarmName><StateValue>{state}</StateValue><StateReason>why</StateReason><Threshold>900.0</Threshold>"
            + "<StateUpdatedTimestamp>2026-11-27T09:30:12Z</StateUpdatedTimestamp></member>";
}
