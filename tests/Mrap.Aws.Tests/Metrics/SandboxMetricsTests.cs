using Mrap.Aws.Metrics;
using Mrap.Aws.Requests;
using Mrap.Aws.Tests.EndToEnd;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Tests.Metrics;

/// <summary>The use cases against the sandbox's own CloudWatch.</summary>
public sealed class SandboxMetricsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_AfterMetricsAreEnabled_AreCountedWhereTheyWereServed()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        await EnableAsync(console, accessPoint);

        await SendAsync(console, accessPoint, "eu-west-1", 5);
        await SendAsync(console, accessPoint, "ap-southeast-2", 3);

        var metrics = await ReadAsync(console, accessPoint);
        metrics.Faults.ShouldBeEmpty();
        metrics.Of(S3Metrics.GetRequests, SeriesStatistic.Sum)
            .ToDictionary(series => series.Bucket.Region.Value, series => series.Series.Total ?? 0, StringComparer.Ordinal)
            .ShouldBe(new Dictionary<string, double> { ["ap-southeast-2"] = 3, ["eu-west-1"] = 5, ["us-east-1"] = 0 }, ignoreOrder: true);
        metrics.Distribution.IsComplete.ShouldBeTrue();
        metrics.Distribution.Buckets.Sum(bucket => bucket.Share)!.Value.ShouldBe(1, 1e-9);
    }

    [Fact]
    public async Task Settings_BeforeAndAfter_SayWhatIsEnabled()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var before = await ReadAsync(console, accessPoint);
        before.Distribution.Caveats.Count(caveat => caveat.Kind == MetricCaveatKind.NotEnabled).ShouldBe(3);

        await EnableAsync(console, accessPoint);

        var settings = await console.Get<GetMetricsSettings>().ExecuteAsync(accessPoint, Cancellation);
        settings.Select(setting => setting.IsEnabled.Value).ShouldBe([true, true, true]);
        var window = MetricWindow.Of(TimeRange.Parse("15m").Value, console.Get<TimeProvider>().GetUtcNow());
        var annotation = (await console.Get<GetMetricAnnotations>().ExecuteAsync(accessPoint.Name, window, Cancellation))
            .ShouldHaveSingleItem();
        (annotation.Kind, annotation.By).ShouldBe((MetricAnnotationKind.SettingChange, "ada"));
    }

    [Fact]
    public async Task Feed_OfAnAccessPointAndARange_IsOneForAll()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var changed = new TaskCompletionSource();
        var feed = console.Get<MetricsFeed>().Of(accessPoint.Name, TimeRange.Parse("1h").Value);

        using var subscription = feed.Subscribe(() => changed.TrySetResult());
        await changed.Task.WaitAsync(Cancellation);

        feed.Current.ShouldNotBeNull().Value.ShouldNotBeNull().Distribution.Buckets.Length.ShouldBe(3);
        console.Get<MetricsFeed>().Of(accessPoint.Name, TimeRange.Parse("60m").Value).ShouldBeSameAs(feed);
        console.Get<MetricsFeed>().Of(accessPoint.Name, TimeRange.Parse("3h").Value).ShouldNotBeSameAs(feed);
    }

    [Fact]
    public async Task Alarm_IsMadeSeenAndDeleted()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var draft = AlarmDraft.OnErrors(accessPoint.Name, BucketPlace.Of(accessPoint.Members[0]), 0.05);

        (await console.Get<CreateAlarm>().ExecuteAsync(draft, Cancellation)).Fault.ShouldBeNull();
        (await console.Get<CreateAlarm>().ExecuteAsync(draft with { Threshold = 0.1 }, Cancellation)).Fault.ShouldBeNull();

        var alarm = (await console.Get<GetAlarms>().ExecuteAsync(accessPoint, Cancellation)).Alarms.ShouldHaveSingleItem();
        (alarm.Name, alarm.Region, alarm.Threshold).ShouldBe((draft.Name, accessPoint.Members[0].Region, 0.1));
        (await console.Get<DeleteAlarm>().ExecuteAsync(accessPoint.Name, alarm, Cancellation)).Fault.ShouldBeNull();
        (await console.Get<GetAlarms>().ExecuteAsync(accessPoint, Cancellation)).Alarms.ShouldBeEmpty();
    }

    private static Task<AccessPointMetrics> ReadAsync(SandboxConsole console, AccessPoint accessPoint) =>
        console.Get<GetAccessPointMetrics>().ExecuteAsync(
            accessPoint, MetricWindow.Of(TimeRange.Parse("15m").Value, console.Get<TimeProvider>().GetUtcNow()), Cancellation);

    private static async Task EnableAsync(SandboxConsole console, AccessPoint accessPoint)
    {
        var settings = await console.Get<GetMetricsSettings>().ExecuteAsync(accessPoint, Cancellation);
        var enable = console.Get<EnableMetrics>();
        var done = await enable.ExecuteAsync(enable.Plan(accessPoint.Name, settings).Value, 0, Cancellation).LastAsync(Cancellation);
        done.Fault.ShouldBeNull();
    }

    private static async Task SendAsync(SandboxConsole console, AccessPoint accessPoint, string vantage, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var request = new ObjectRequest(accessPoint, ObjectVerb.Get, "welcome.txt", vantage);
            (await console.Get<SendRequest>().ExecuteAsync(request, Cancellation)).Value.Status.ShouldBe(200);
        }
    }
}
