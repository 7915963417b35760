using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Mrap.Sandbox.Tests.AccessPoints;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Observation;

/// <summary>A request is told once to everyone who listens: journal, traces and metrics say the same of it.</summary>
public sealed class TelemetryTests(AccessPointFixture fixture) : IClassFixture<AccessPointFixture>
{
    [Fact]
    public async Task Journal_TellsWhatTheRequestWas()
    {
        var id = await PutAndGetAsync("/journal");

        var entry = await JournalledAsync(id);

        entry.GetProperty("operation").GetString().ShouldBe("GetObject");
        entry.GetProperty("caller").GetString().ShouldStartWith("arn:aws:iam::");
        entry.GetProperty("region").GetString().ShouldBe("eu-west-1");
        entry.GetProperty("accessPoint").GetString().ShouldBe(fixture.Alias);
        entry.GetProperty("decision").GetString().ShouldBe("allow");
        entry.GetProperty("bytesOut").GetInt64().ShouldBe(5);
        entry.GetProperty("firstByteMs").GetDouble().ShouldBeLessThanOrEqualTo(entry.GetProperty("durationMs").GetDouble());
    }

    [Fact]
    public async Task Trace_IsASpanBelowTheCallers()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Mrap.Sandbox",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        var id = await PutAndGetAsync("/trace", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        var span = await WaitForAsync(spans, span => (string?)span.GetTagItem("aws.request_id") == id);
        span.TraceId.ToString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        span.ParentSpanId.ToString().ShouldBe("b7ad6b7169203331");
        span.DisplayName.ShouldBe("S3Global.GetObject");
        span.GetTagItem("aws.s3.key").ShouldBe("trace");
        span.GetTagItem("cloud.region").ShouldBe("eu-west-1");
        span.GetTagItem("http.response.status_code").ShouldBe(200);
        span.TagObjects.ShouldNotContain(tag => tag.Value is string && ((string)tag.Value).Contains("Signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Meter_CountsBytesAndTime()
    {
        var sent = new ConcurrentQueue<(long Value, string Method)>();
        var durations = new ConcurrentQueue<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Mrap.Sandbox")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (instrument.Name == "mrap.sandbox.request.sent" && value == 5 && tags.Contains(new("rpc.method", "GetObject")))
            {
                sent.Enqueue((value, "GetObject"));
            }
        });
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => durations.Enqueue(value));
        listener.Start();

        await PutAndGetAsync("/meter");

        await WaitForAsync(sent, measured => measured.Method == "GetObject");
        durations.ShouldAllBe(seconds => seconds >= 0);
        durations.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Journal_OfARequestRefusedBeforeAnyPolicy_HasNoDecision()
    {
        var answer = await fixture.Client.SendAsync(
            new WireRequest("GET", "/nowhere-at-all/k"), TestContext.Current.CancellationToken);
        answer.Status.ShouldBe(404);

        var entry = await JournalledAsync(answer.Headers["x-amz-request-id"]);

        entry.GetProperty("errorCode").GetString().ShouldBe("NoSuchBucket");
        entry.GetProperty("decision").ValueKind.ShouldBe(JsonValueKind.Null);
        entry.GetProperty("firstByteMs").GetDouble().ShouldBe(entry.GetProperty("durationMs").GetDouble());
    }

    // the body of an object is sent before its request is over
    private async Task<JsonElement> JournalledAsync(string requestId)
    {
        while (true)
        {
            var journal = await fixture.Client.SendAsync(
                new WireRequest("GET", "/_sandbox/requests?limit=2000") { IsSigned = false }, TestContext.Current.CancellationToken);
            var entry = JsonDocument.Parse(journal.Text).RootElement.EnumerateArray()
                .FirstOrDefault(request => request.GetProperty("requestId").GetString() == requestId);
            if (entry.ValueKind == JsonValueKind.Object)
            {
                return entry;
            }
        }
    }

    private static async Task<T> WaitForAsync<T>(ConcurrentQueue<T> queue, Func<T, bool> wanted)
    {
        while (!queue.Any(wanted))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return queue.First(wanted);
    }

    private async Task<string> PutAndGetAsync(string key, params (string Name, string Value)[] headers)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await fixture.Client.AccessPointAsync(fixture.Alias, "PUT", key, "12345", cancellation: cancellation);
        var get = SandboxClient.AccessPoint(fixture.Alias, "GET", key);
        var all = new Dictionary<string, string>(get.Headers);
        foreach (var (name, value) in headers)
        {
            all[name] = value;
        }

        var answer = await fixture.Client.SendAsync(get with { Headers = all }, cancellation);
        answer.Status.ShouldBe(200);
        return answer.Headers["x-amz-request-id"];
    }
}
