using Microsoft.Extensions.Time.Testing;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.CloudWatch;

/// <summary>What CloudWatch tells of requests is what was sent, in the Region that served it.</summary>
public sealed class RequestMetricsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 12, 0, 30, TimeSpan.Zero);
    private static readonly string[] s_regions = ["us-east-1", "eu-west-1", "ap-southeast-2"];
    private static readonly string[] s_vantages =
        ["us-east-1", "eu-central-1", "ap-northeast-1", "sa-east-1", "za-johannesburg", "ng-lagos"];

    private readonly FakeTimeProvider _time = new(s_now);
    private SandboxFixture _sandbox = null!;
    private SandboxClient _client = null!;
    private string _alias = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync(time: _time);
        _client = new SandboxClient(_sandbox);
        _alias = await _client.CreateAccessPointAsync("load", s_regions);
        foreach (var region in s_regions)
        {
            await ConfigureAsync(region, "EntireBucket", "");
        }
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Load_FromManyPlaces_IsCountedExactlyWhereItWasServed()
    {
        var sent = new Dictionary<(string Region, string Metric), double>();
        foreach (var vantage in s_vantages)
        {
            await SendAsync(sent, vantage, "PUT", $"/k-{vantage}", "hello", "PutRequests");
            await SendAsync(sent, vantage, "GET", $"/k-{vantage}", "", "GetRequests");
            await SendAsync(sent, vantage, "GET", "/nothing", "", "GetRequests");
            await SendAsync(sent, vantage, "HEAD", $"/k-{vantage}", "", "HeadRequests");
            await SendAsync(sent, vantage, "GET", "/?list-type=2", "", "ListRequests");
            await SendAsync(sent, vantage, "DELETE", $"/k-{vantage}", "", "DeleteRequests");
        }

        sent.Keys.Select(key => key.Region).Distinct().Count().ShouldBe(3);
        foreach (var region in s_regions)
        {
            foreach (var metric in sent.Keys.Select(key => key.Metric).Distinct())
            {
                (await SumAsync(region, metric)).ShouldBe(sent.GetValueOrDefault((region, metric)), $"{metric} in {region}");
            }
        }

        (await SumAsync("eu-central-1", "AllRequests", bucket: "load-eu-west-1")).ShouldBe(0);
    }

    [Fact]
    public async Task Filters_CountSingleObjectRequestsThatMatch()
    {
        await ConfigureAsync("us-east-1", "docs", "<Filter><Prefix>docs/</Prefix></Filter>");
        await ConfigureAsync("us-east-1", "red", "<Filter><Tag><Key>color</Key><Value>red</Value></Tag></Filter>");
        var arn = $"arn:aws:s3::{SandboxClient.Account}:accesspoint/{_alias}";
        await ConfigureAsync("us-east-1", "through", $"<Filter><AccessPointArn>{arn}</AccessPointArn></Filter>");
        await ConfigureAsync(
            "us-east-1", "both", $"<Filter><And><Prefix>docs/</Prefix><AccessPointArn>{arn}</AccessPointArn></And></Filter>");

        await OkAsync(_client.AccessPointAsync(_alias, "PUT", "/docs/a", "1"));
        await OkAsync(_client.AccessPointAsync(_alias, "PUT", "/b", "1"));
        await OkAsync(_client.S3Async("PUT", "/load-us-east-1/docs/c", "1"));
        await OkAsync(_client.SendAsync(WireRequest.Of("PUT", "/load-us-east-1/d", "1") with
        {
            Headers = new Dictionary<string, string> { ["x-amz-tagging"] = "color=red" },
        }));
        await OkAsync(_client.AccessPointAsync(_alias, "GET", "/?list-type=2"));

        (await SumAsync("us-east-1", "AllRequests", "docs")).ShouldBe(2);
        (await SumAsync("us-east-1", "AllRequests", "red")).ShouldBe(1);
        (await SumAsync("us-east-1", "AllRequests", "through")).ShouldBe(2);
        (await SumAsync("us-east-1", "AllRequests", "both")).ShouldBe(1);
    }

    [Fact]
    public async Task Restart_KeepsWhatWasCounted()
    {
        await OkAsync(_client.AccessPointAsync(_alias, "PUT", "/a", "hello"));
        await _sandbox.RestartAsync();
        await OkAsync(_client.AccessPointAsync(_alias, "PUT", "/b", "hello"));
        var before = await SumAsync("us-east-1", "PutRequests");
        await _sandbox.RestartAsync();

        before.ShouldBe(2);
        (await SumAsync("us-east-1", "PutRequests")).ShouldBe(2);
        (await SumAsync("us-east-1", "BytesUploaded")).ShouldBe(10);
    }

    [Fact]
    public async Task RegionThatIsDown_AnswersNoMetrics()
    {
        var conditions = await _client.SendAsync(
            WireRequest.Of("PUT", "/_sandbox/regions/eu-west-1", """{"state":"down"}""") with { IsSigned = false });
        conditions.Status.ShouldBe(200, conditions.Text);

        var answer = await new CloudWatchClient(_sandbox, "eu-west-1").QueryAsync("ListMetrics");

        (answer.Status, answer.ErrorCode).ShouldBe((503, "ServiceUnavailable"));
    }

    private static async Task OkAsync(Task<WireAnswer> sending)
    {
        var answer = await sending;
        answer.Status.ShouldBeInRange(200, 204, answer.Text);
    }

    private Task ConfigureAsync(string region, string id, string filter) => OkAsync(_client.S3Async(
        "PUT", $"/load-{region}?metrics&id={id}", $"<MetricsConfiguration><Id>{id}</Id>{filter}</MetricsConfiguration>", region));

    private async Task SendAsync(
        Dictionary<(string Region, string Metric), double> sent, string vantage, string method, string target, string body, string family)
    {
        var answer = await _client.AccessPointAsync(_alias, method, target, body, vantage);
        Add("AllRequests", 1);
        Add(family, 1);
        Add("4xxErrors", answer.Status is >= 400 and < 500 ? 1 : 0);
        Add("5xxErrors", 0);
        Add("BytesUploaded", body.Length);
        Add("BytesDownloaded", answer.Body.Length);

        void Add(string metric, double value)
        {
            var key = (answer.Headers["x-sandbox-region"], metric);
            sent[key] = sent.GetValueOrDefault(key) + value;
        }
    }

    private async Task<double> SumAsync(string region, string metric, string filter = "EntireBucket", string? bucket = null)
    {
        var json = await new CloudWatchClient(_sandbox, region).DoAsync("GetMetricData", new
        {
            MetricDataQueries = new[]
            {
                new
                {
                    Id = "m",
                    MetricStat = new
                    {
                        Metric = new
                        {
                            Namespace = "AWS/S3",
                            MetricName = metric,
                            Dimensions = new[]
                            {
                                new { Name = "FilterId", Value = filter },
                                new { Name = "BucketName", Value = bucket ?? "load-" + region },
                            },
                        },
                        Period = 3600,
                        Stat = "Sum",
                    },
                },
            },
            StartTime = s_now.ToUnixTimeSeconds() - 3600,
            EndTime = s_now.ToUnixTimeSeconds() + 3600,
        });
        return json.GetProperty("MetricDataResults")[0].GetProperty("Values").EnumerateArray().Sum(value => value.GetDouble());
    }
}
