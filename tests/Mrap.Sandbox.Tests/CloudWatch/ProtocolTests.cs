using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.CloudWatch;

/// <summary>AWS Query, AWS JSON and Smithy RPC v2 give the same points and the same errors.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
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
    public async Task GetMetricData_InAllProtocols_GivesTheSamePoints()
    {
        await PutAsync();

        var query = await _client.QueryAsync("GetMetricData", [
            ("MetricDataQueries.member.1.Id", "m1"),
            ("MetricDataQueries.member.1.ReturnData", "false"),
            ("MetricDataQueries.member.1.MetricStat.Metric.Namespace", "Test"),
            ("MetricDataQueries.member.1.MetricStat.Metric.MetricName", "Load"),
            ("MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name", "Host"),
            ("MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value", "a"),
            ("MetricDataQueries.member.1.MetricStat.Period", "60"),
            ("MetricDataQueries.member.1.MetricStat.Stat", "Sum"),
            ("MetricDataQueries.member.2.Id", "e1"),
            ("MetricDataQueries.member.2.Expression", "m1 * 2"),
            ("StartTime", "2026-11-27T11:50:00Z"),
            ("EndTime", "2026-11-27T12:01:00Z"),
            ("ScanBy", "TimestampAscending"),
        ]);
        var json = await _client.DoAsync("GetMetricData", Call(instant => instant.ToUnixTimeSeconds()));
        var cbor = await _client.CborAsync("GetMetricData", Call(instant => instant));

        query.Status.ShouldBe(200, query.Text);
        query.Values("StatusCode").ShouldBe(["Complete"]);
        string[] times = [.. query.Xml.Descendants().Where(e => e.Name.LocalName == "Timestamps").Single().Elements().Select(e => e.Value)];
        double[] values = [.. query.Xml.Descendants().Where(e => e.Name.LocalName == "Values").Single().Elements()
            .Select(e => double.Parse(e.Value, CultureInfo.InvariantCulture))];
        times.ShouldBe(["2026-11-27T11:58:00Z", "2026-11-27T11:59:00Z"]);
        values.ShouldBe([6, 20]);
        var result = json.GetProperty("MetricDataResults")[0];
        result.GetProperty("Id").GetString().ShouldBe("e1");
        result.GetProperty("Timestamps").EnumerateArray().Select(t => DateTimeOffset.FromUnixTimeSeconds(t.GetInt64()).ToString(
            "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)).ShouldBe(times);
        result.GetProperty("Values").EnumerateArray().Select(v => v.GetDouble()).ShouldBe(values);
        cbor.Status.ShouldBe(200, cbor.Text);
        cbor.Headers["smithy-protocol"].ShouldBe("rpc-v2-cbor");
        JsonSerializer.Serialize(CloudWatchClient.Read(new CborReader(cbor.Body, CborConformanceMode.Lax))).ShouldBe(json.GetRawText());
    }

    [Fact]
    public async Task Error_HasTheFormOfItsProtocol()
    {
        var query = await _client.QueryAsync("GetMetricStatistics", ("Namespace", "N"));
        var json = await _client.JsonAsync("GetMetricStatistics", """{"Namespace":"N"}""");
        var cbor = await _client.CborAsync("GetMetricStatistics", new Dictionary<string, object?> { ["Namespace"] = "N" });

        (query.Status, query.ErrorCode, query.Value("Type")).ShouldBe((400, "MissingParameter", "Sender"));
        json.Status.ShouldBe(400);
        json.Text.ShouldContain("com.amazonaws.cloudwatch#MissingRequiredParameterException");
        json.Headers["x-amzn-query-error"].ShouldBe("MissingParameter;Sender");
        cbor.Status.ShouldBe(400);
        cbor.Headers["Content-Type"].ShouldBe("application/cbor");
        cbor.Headers["smithy-protocol"].ShouldBe("rpc-v2-cbor");
        cbor.Headers["x-amzn-query-error"].ShouldBe("MissingParameter;Sender");
        var error = CloudWatchClient.Read(new CborReader(cbor.Body)).ShouldBeOfType<Dictionary<string, object?>>();
        error["__type"].ShouldBe("com.amazonaws.cloudwatch#MissingRequiredParameterException");
        error["message"].ShouldBe(query.Value("Message"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A1")]
    [InlineData("BF61")]
    [InlineData("BB7FFFFFFFFFFFFFFF")]
    [InlineData("A1694E616D657370616365")]
    [InlineData("A1694E616D6573706163651B7FFFFFFFFFFFFFFF")]
    [InlineData("9B7FFFFFFFFFFFFFFF")]
    [InlineData("A1694E616D6573706163657B7FFFFFFFFFFFFFFF41")]
    [InlineData("C1C1C1C1C1")]
    [InlineData("FF")]
    public async Task Cbor_Malformed_IsAClearError(string hex)
    {
        var answer = await _client.CborAsync("ListMetrics", Convert.FromHexString(hex));

        if (hex.Length == 0)
        {
            answer.Status.ShouldBe(200);
        }
        else
        {
            (answer.Status, answer.Headers["x-amzn-query-error"]).ShouldBe((400, "SerializationException;Sender"));
        }
    }

    [Fact]
    public async Task Bodies_ThatAreTooDeep_AreRefused()
    {
        var cbor = await _client.CborAsync("ListMetrics", [.. Enumerable.Repeat((byte)0x81, 100_000), 0xF6]);
        var json = await _client.JsonAsync("ListMetrics", "{\"a\":" + new string('[', 100_000));

        cbor.Status.ShouldBe(400);
        json.Status.ShouldBe(400);
    }

    [Fact]
    public async Task UnknownOperation_IsRefusedInEveryProtocol()
    {
        var query = await _client.QueryAsync("GetDashboard");
        var json = await _client.JsonAsync("GetDashboard", "{}");
        var cbor = await _client.CborAsync("GetDashboard", new Dictionary<string, object?>());

        (query.Status, query.ErrorCode).ShouldBe((400, "InvalidAction"));
        json.Headers["x-amzn-query-error"].ShouldBe("InvalidAction;Sender");
        cbor.Headers["x-amzn-query-error"].ShouldBe("InvalidAction;Sender");
    }

    private static Dictionary<string, object?> Call(Func<DateTimeOffset, object> instant) => new()
    {
        ["MetricDataQueries"] = new object[]
        {
            new Dictionary<string, object?>
            {
                ["Id"] = "m1",
                ["ReturnData"] = false,
                ["MetricStat"] = new Dictionary<string, object?>
                {
                    ["Metric"] = new Dictionary<string, object?>
                    {
                        ["Namespace"] = "Test",
                        ["MetricName"] = "Load",
                        ["Dimensions"] = new object[] { new Dictionary<string, object?> { ["Name"] = "Host", ["Value"] = "a" } },
                    },
                    ["Period"] = 60,
                    ["Stat"] = "Sum",
                },
            },
            new Dictionary<string, object?> { ["Id"] = "e1", ["Expression"] = "m1 * 2" },
        },
        ["StartTime"] = instant(new DateTimeOffset(2026, 11, 27, 11, 50, 0, TimeSpan.Zero)),
        ["EndTime"] = instant(new DateTimeOffset(2026, 11, 27, 12, 1, 0, TimeSpan.Zero)),
        ["ScanBy"] = "TimestampAscending",
    };

    private async Task PutAsync()
    {
        foreach (var (minute, value) in new[] { (58, 1), (58, 2), (59, 10) })
        {
            var answer = await _client.QueryAsync("PutMetricData", [
                ("Namespace", "Test"),
                ("MetricData.member.1.MetricName", "Load"),
                ("MetricData.member.1.Dimensions.member.1.Name", "Host"),
                ("MetricData.member.1.Dimensions.member.1.Value", "a"),
                ("MetricData.member.1.Timestamp", $"2026-11-27T11:{minute}:10Z"),
                ("MetricData.member.1.Value", value.ToString(CultureInfo.InvariantCulture)),
            ]);
            answer.Status.ShouldBe(200, answer.Text);
        }
    }
}
