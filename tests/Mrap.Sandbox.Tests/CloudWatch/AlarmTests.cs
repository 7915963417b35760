using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.CloudWatch;

/// <summary>Alarms over the wire: they are evaluated on the sandbox's clock.</summary>
public sealed class AlarmTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 27, 12, 0, 30, TimeSpan.Zero));
    private SandboxFixture _sandbox = null!;
    private CloudWatchClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync(time: _time);
        _client = new CloudWatchClient(_sandbox);
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Alarm_GoesOffAndBack_AndKeepsItsHistoryOverARestart()
    {
        await PutAlarmAsync("high");
        (await StateAsync("high")).ShouldBe("INSUFFICIENT_DATA");

        await PutAsync(10);
        Minute();
        (await StateAsync("high")).ShouldBe("ALARM");
        await _sandbox.RestartAsync();
        await PutAsync(1);
        Minute();
        (await StateAsync("high")).ShouldBe("OK");

        var history = await _client.QueryAsync("DescribeAlarmHistory", ("AlarmName", "high"), ("HistoryItemType", "StateUpdate"));
        history.Values("HistorySummary").ShouldBe(
            ["Alarm updated from ALARM to OK", "Alarm updated from INSUFFICIENT_DATA to ALARM"]);
        (await _client.QueryAsync("DeleteAlarms", ("AlarmNames.member.1", "high"))).Status.ShouldBe(200);
        (await StateAsync("high")).ShouldBeNull();
    }

    [Fact]
    public async Task AlarmOnAnExpression_IsEvaluated()
    {
        var answer = await _client.JsonAsync(
            "PutMetricAlarm",
            """
            {"AlarmName":"math","EvaluationPeriods":1,"Threshold":15,"ComparisonOperator":"GreaterThanThreshold","Metrics":[
            {"Id":"m","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"Test","MetricName":"Load"},"Period":60,"Stat":"Maximum"}},
            {"Id":"e","Expression":"m * 2"}]}
            """);
        answer.Status.ShouldBe(200, answer.Text);

        await PutAsync(10);
        Minute();

        (await StateAsync("math")).ShouldBe("ALARM");
        (await _client.QueryAsync("DescribeAlarms", ("AlarmNames.member.1", "math"))).Value("Expression").ShouldBe("m * 2");
    }

    [Fact]
    public async Task State_CanBeSet_AndIsLeftAloneWhenMissingDataAreIgnored()
    {
        await PutAlarmAsync("set", ("TreatMissingData", "ignore"));

        (await _client.QueryAsync("SetAlarmState", ("AlarmName", "set"), ("StateValue", "ALARM"), ("StateReason", "trying"))).Status
            .ShouldBe(200);
        Minute();

        (await StateAsync("set")).ShouldBe("ALARM");
        (await _client.QueryAsync("SetAlarmState", ("AlarmName", "none"), ("StateValue", "OK"), ("StateReason", "x"))).ErrorCode
            .ShouldBe("ResourceNotFound");
    }

    [Theory]
    [InlineData("ComparisonOperator", "SomeThreshold", "InvalidParameterValue")]
    [InlineData("EvaluationPeriods", "0", "InvalidParameterValue")]
    [InlineData("DatapointsToAlarm", "2", "InvalidParameterValue")]
    [InlineData("Period", "90", "InvalidParameterValue")]
    [InlineData("Statistic", "Median", "InvalidParameterValue")]
    [InlineData("ExtendedStatistic", "p99", "InvalidParameterCombination")]
    [InlineData("TreatMissingData", "drop", "InvalidParameterValue")]
    public async Task Alarm_ThatBreaksARule_IsRefused(string name, string value, string code)
    {
        var answer = await _client.QueryAsync("PutMetricAlarm", Alarm("bad").Where(pair => pair.Name != name).Append((name, value)));

        (answer.Status, answer.ErrorCode).ShouldBe((400, code));
    }

    private static IEnumerable<(string Name, string Value)> Alarm(string name) =>
    [
        ("AlarmName", name), ("Namespace", "Test"), ("MetricName", "Load"), ("Statistic", "Maximum"), ("Period", "60"),
        ("EvaluationPeriods", "1"), ("Threshold", "5"), ("ComparisonOperator", "GreaterThanThreshold"),
    ];

    private async Task PutAlarmAsync(string name, params (string Name, string Value)[] more)
    {
        var answer = await _client.QueryAsync("PutMetricAlarm", Alarm(name).Concat(more));
        answer.Status.ShouldBe(200, answer.Text);
    }

    private async Task PutAsync(double value)
    {
        var answer = await _client.QueryAsync(
            "PutMetricData", ("Namespace", "Test"), ("MetricData.member.1.MetricName", "Load"),
            ("MetricData.member.1.Value", value.ToString(CultureInfo.InvariantCulture)));
        answer.Status.ShouldBe(200, answer.Text);
    }

    private void Minute() => _time.Advance(TimeSpan.FromMinutes(1));

    private async Task<string?> StateAsync(string name) =>
        (await _client.QueryAsync("DescribeAlarms", ("AlarmNames.member.1", name))).Value("StateValue");
}
