using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Mrap.Sandbox.Tests.Iam;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.CloudWatch;

/// <summary>What is put comes back: by statistic, by page, by name; what breaks a rule is refused.</summary>
public sealed class MetricDataTests : IAsyncLifetime
{
    private const string Stat =
        """{"MetricDataQueries":[{"Id":"a","MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"}""";

    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 12, 0, 30, TimeSpan.Zero);

    private SandboxFixture _sandbox = null!;
    private CloudWatchClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync(time: new FakeTimeProvider(s_now));
        _client = new CloudWatchClient(_sandbox);
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Statistics_AreThoseOfTheValues()
    {
        await PutAsync("Load", ("Values.member.1", "1"), ("Values.member.2", "9"), ("Counts.member.1", "3"), ("Counts.member.2", "1"));

        var answer = await _client.QueryAsync("GetMetricStatistics", [
            ("Namespace", "Test"), ("MetricName", "Load"), ("Period", "60"), ("StartTime", "2026-11-27T11:00:00Z"),
            ("EndTime", "2026-11-27T13:00:00Z"), ("Statistics.member.1", "Average"), ("Statistics.member.2", "SampleCount"),
            ("Statistics.member.3", "Maximum"), ("ExtendedStatistics.member.1", "p50"), ("ExtendedStatistics.member.2", "p99.9"),
        ]);

        answer.Status.ShouldBe(200, answer.Text);
        (answer.Value("Average"), answer.Value("SampleCount"), answer.Value("Maximum"), answer.Value("Unit"))
            .ShouldBe(("3", "4", "9", "None"));
        answer.Value("Timestamp").ShouldBe("2026-11-27T12:00:00.000Z");
        answer.Values("key").ShouldBe(["p50", "p99.9"]);
        double[] percentiles = [.. answer.Values("value").Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        percentiles[0].ShouldBe(1, 0.005);
        percentiles[1].ShouldBe(9, 0.045);
    }

    [Fact]
    public async Task Summary_HasNoPercentiles()
    {
        await PutAsync(
            "Load", ("StatisticValues.SampleCount", "2"), ("StatisticValues.Sum", "10"), ("StatisticValues.Minimum", "1"),
            ("StatisticValues.Maximum", "9"));

        (await ValuesAsync("Load", "Average")).ShouldBe([5]);
        (await ValuesAsync("Load", "p50")).ShouldBeEmpty();
        (await ValuesAsync("Load", "p100")).ShouldBe([9]);
    }

    [Fact]
    public async Task Pages_TogetherAreTheWhole_AndTheirTokensAreGoodForTheirCallOnly()
    {
        for (var minute = 0; minute < 10; minute++)
        {
            await PutAsync("Load", ("Value", $"{minute}"), ("Timestamp", $"2026-11-27T11:{minute:00}:00Z"));
        }

        var values = new List<double>();
        string? token = null;
        do
        {
            var page = await _client.DoAsync("GetMetricData", Call("Load", "Sum", token, maxDatapoints: 4));
            var result = page.GetProperty("MetricDataResults")[0];
            values.AddRange(result.GetProperty("Values").EnumerateArray().Select(value => value.GetDouble()));
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
            result.GetProperty("StatusCode").GetString().ShouldBe(token is null ? "Complete" : "PartialData");
            var other = await _client.JsonAsync(
                "GetMetricData", JsonSerializer.Serialize(Call("Load", "Sum", token ?? "x", 4, seconds: 60)));
            other.Headers["x-amzn-query-error"].ShouldBe("InvalidNextToken;Sender");
        }
        while (token is not null);

        values.ShouldBe([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    }

    [Fact]
    public async Task Metrics_AreListedByNameDimensionAndRegion()
    {
        await PutAsync("Load", ("Value", "1"), ("Dimensions.member.1.Name", "Host"), ("Dimensions.member.1.Value", "a"));
        await PutAsync("Load", ("Value", "1"), ("Dimensions.member.1.Name", "Host"), ("Dimensions.member.1.Value", "b"));
        await PutAsync("Other", ("Value", "1"));

        (await _client.QueryAsync("ListMetrics", ("Namespace", "Test"))).Values("MetricName").ShouldBe(["Load", "Load", "Other"]);
        (await _client.QueryAsync("ListMetrics", ("Dimensions.member.1.Name", "Host"), ("Dimensions.member.1.Value", "b")))
            .Values("Value").ShouldBe(["b"]);
        (await _client.QueryAsync("ListMetrics", ("RecentlyActive", "PT3H"))).Values("MetricName").Count.ShouldBe(3);
        (await new CloudWatchClient(_sandbox, "eu-west-1").QueryAsync("ListMetrics")).Values("MetricName").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"MetricDataQueries":[]}""", "ValidationError")]
    [InlineData("""{"MetricDataQueries":[{"Id":"M","Expression":"1"}],"StartTime":0,"EndTime":60}""", "ValidationError")]
    [InlineData("""{"MetricDataQueries":[{"Id":"a","Expression":"1"}],"StartTime":0,"EndTime":60}""", "ValidationError")]
    [InlineData("""{"MetricDataQueries":[{"Id":"a","Expression":"b"},{"Id":"b","Expression":"a"}],"StartTime":0,"EndTime":60}""",
        "ValidationError")]
    [InlineData("""{"MetricDataQueries":[{"Id":"a","Expression":"TIME_SERIES(1)"}],"StartTime":60,"EndTime":60}""", "ValidationError")]
    [InlineData("""{"MetricDataQueries":[{"Id":"a","Expression":"TIME_SERIES(1)"}],"StartTime":0,"EndTime":99999999999}""",
        "ValidationError")]
    [InlineData("""{"MetricDataQueries":[{"Id":"a","Expression":"TIME_SERIES(1)"}],"StartTime":0}""", "MissingParameter")]
    [InlineData("""{"MetricDataQueries":"a"}""", "SerializationException")]
    [InlineData(Stat + ""","Period":60,"Stat":"tm90"}}]}""", "InvalidParameterValue")]
    [InlineData(Stat + ""","Period":61,"Stat":"Sum"}}]}""", "InvalidParameterValue")]
    [InlineData(Stat + ""","Period":30,"Stat":"Sum"}}]}""", "InvalidParameterValue")]
    public async Task Call_ThatBreaksARule_IsRefused(string json, string code) =>
        (await _client.JsonAsync("GetMetricData", json)).Headers["x-amzn-query-error"].ShouldBe(code + ";Sender");

    [Fact]
    public async Task TooManyDatapoints_OfStatistics_AreRefused()
    {
        var answer = await _client.QueryAsync(
            "GetMetricStatistics", ("Namespace", "N"), ("MetricName", "M"), ("Period", "60"), ("StartTime", "2026-11-20T00:00:00Z"),
            ("EndTime", "2026-11-27T00:00:00Z"), ("Statistics.member.1", "Sum"));

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidParameterCombination"));
        answer.Value("Message")!.ShouldContain("10,080 datapoints");
    }

    [Fact]
    public async Task Caller_WithoutPermission_IsDenied()
    {
        var nobody = await new IamClient(_sandbox).CreateUserAsync("nobody", IamClient.Allow("cloudwatch:ListMetrics"));
        var client = new CloudWatchClient(_sandbox, credential: nobody.Credential);

        (await client.QueryAsync("ListMetrics")).Status.ShouldBe(200);
        var denied = await client.QueryAsync("DescribeAlarms");
        (denied.Status, denied.ErrorCode).ShouldBe((403, "AccessDenied"));
    }

    private static Dictionary<string, object?> Call(
        string metric, string statistic, string? token = null, int maxDatapoints = 1000, int seconds = 7200)
    {
        var call = new Dictionary<string, object?>
        {
            ["MetricDataQueries"] = new[]
            {
                new
                {
                    Id = "m",
                    MetricStat = new { Metric = new { Namespace = "Test", MetricName = metric }, Period = 60, Stat = statistic },
                },
            },
            ["StartTime"] = s_now.ToUnixTimeSeconds() - seconds,
            ["EndTime"] = s_now.ToUnixTimeSeconds(),
            ["MaxDatapoints"] = maxDatapoints,
        };
        if (token is not null)
        {
            call["NextToken"] = token;
        }

        return call;
    }

    private async Task<IEnumerable<double>> ValuesAsync(string metric, string statistic) =>
        [.. (await _client.DoAsync("GetMetricData", Call(metric, statistic)))
            .GetProperty("MetricDataResults")[0].GetProperty("Values").EnumerateArray().Select(value => value.GetDouble())];

    private async Task PutAsync(string metric, params (string Name, string Value)[] datum)
    {
        var answer = await _client.QueryAsync(
            "PutMetricData",
            [("Namespace", "Test"), ("MetricData.member.1.MetricName", metric),
                .. datum.Select(pair => ("MetricData.member.1." + pair.Name, pair.Value))]);
        answer.Status.ShouldBe(200, answer.Text);
    }
}
