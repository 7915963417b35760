using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.Metrics;
using Mrap.Core.Metrics;
using Mrap.Testing;
using static Mrap.Aws.Tests.Metrics.MetricsServer;

namespace Mrap.Aws.Tests.Metrics;

public sealed class GetMetricSeriesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Series_OfThreeRegions_TakeOneCallEach()
    {
        await using var server = await StartAsync();

        var reading = await server.Get<GetMetricSeries>().ExecuteAsync(
            Window, new[] { Dublin, Sydney, Ohio }.SelectMany(place => Many(place, 10)), Cancellation);

        server.Requests.Select(request => request.Host).ShouldBe(
            [
                "monitoring.eu-west-1.amazonaws.com", "monitoring.ap-southeast-2.amazonaws.com", "monitoring.us-east-2.amazonaws.com",
            ],
            ignoreOrder: true);
        reading.Faults.ShouldBeEmpty();
        reading.Series.Count.ShouldBe(30);
        reading.Series.Values.ShouldAllBe(series => series.Values[0] == 1 && series.Total == 1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    [InlineData(1001, 3)]
    public async Task Series_OfOneRegion_TakeACallForEachFiveHundred(int series, int calls)
    {
        await using var server = await StartAsync();

        var reading = await server.Get<GetMetricSeries>().ExecuteAsync(Window, Many(Dublin, series), Cancellation);

        server.Requests.Count.ShouldBe(calls);
        reading.Series.Count.ShouldBe(series);
        reading.Series.Values.ShouldAllBe(one => one.Total == 1);
    }

    [Fact]
    public async Task Window_IsAskedForWithItsPeriod()
    {
        await using var server = await StartAsync();

        await server.Get<GetMetricSeries>().ExecuteAsync(Window, Many(Dublin, 1), Cancellation);

        var form = Form(server.Requests.ShouldHaveSingleItem());
        (form["StartTime"], form["EndTime"], form["MetricDataQueries.member.1.MetricStat.Period"]).ShouldBe(
            ("2026-11-27T09:15:00Z", "2026-11-27T09:31:00Z", "60"));
        form["MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Value"].ShouldBe("filter-0");
    }

    [Fact]
    public async Task Pages_ArePutTogether()
    {
        await using var server = await StartAsync(
            request => Form(request).GetValueOrDefault("NextToken") switch
            {
                null => Points(request, 1, points: 2, nextToken: "t1"),
                "t1" => Points(request, 2, points: 2, nextToken: "t2", from: 2),
                _ => Points(request, 3, points: 1, from: 4),
            });

        var reading = await server.Get<GetMetricSeries>().ExecuteAsync(Window, Many(Dublin, 2), Cancellation);

        server.Requests.Count.ShouldBe(3);
        reading.Series.Values.ShouldAllBe(series => series.Total == 9);
    }

    [Fact]
    public async Task Page_ThatComesAgain_IsAFaultAndNoLoop()
    {
        await using var server = await StartAsync(request => Points(request, 1, nextToken: "same"));

        var reading = await server.Get<GetMetricSeries>().ExecuteAsync(Window, Many(Dublin, 1), Cancellation);

        server.Requests.Count.ShouldBe(2);
        reading.FaultOf(Dublin.Region).ShouldNotBeNull().Code.ShouldBe("UnreadableAnswer");
    }

    [Fact]
    public async Task Region_ThatFails_LeavesTheOthers()
    {
        await using var server = await StartAsync(request => IsOf(request, Sydney) ? Fault(403, "AccessDenied") : null);

        var reading = await server.Get<GetMetricSeries>().ExecuteAsync(
            Window, [.. Many(Dublin, 1), .. Many(Sydney, 1)], Cancellation);

        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Region, fault.Fault.Code).ShouldBe((Sydney.Region, "AccessDenied"));
        reading.Of(Many(Dublin, 1).Single()).Total.ShouldBe(1);
        reading.Of(Many(Sydney, 1).Single()).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Series_ThatIsForbidden_SaysWhatToAllow()
    {
        await using var server = await StartAsync(_ => new RecordedAnswer(
            200,
            "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults><member><Id>q0</Id><StatusCode>Forbidden</StatusCode>"
                + "</member></MetricDataResults></GetMetricDataResult></GetMetricDataResponse>"));

        var reading = await server.Get<GetMetricSeries>().ExecuteAsync(Window, Many(Dublin, 1), Cancellation);

        reading.FaultOf(Dublin.Region).ShouldNotBeNull().WhatToDo.ShouldContain("cloudwatch:GetMetricData");
    }

    [Fact]
    public async Task Region_ThatIsSilent_IsGivenUpAfterTenSeconds()
    {
        var time = new FakeTimeProvider(Now);
        using var released = new ManualResetEventSlim();
        var asked = new TaskCompletionSource();
        await using var server = await StartAsync(request => IsOf(request, Sydney) ? Hang(asked, released) : null, time);

        // what Dublin told is known before time goes on
        await server.Get<GetMetricSeries>().ExecuteAsync(Window, Many(Dublin, 1), Cancellation);
        var reading = server.Get<GetMetricSeries>().ExecuteAsync(Window, [.. Many(Dublin, 1), .. Many(Sydney, 1)], Cancellation);
        await asked.Task.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromSeconds(10));

        var read = await reading;
        released.Set();
        read.FaultOf(Sydney.Region).ShouldNotBeNull().Why.ShouldContain("silent for 10 seconds");
        read.FaultOf(Dublin.Region).ShouldBeNull();
        read.Series.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reading_ThatIsCancelled_Ends()
    {
        using var released = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        await using var server = await StartAsync(_ => Hang(asked, released));

        var reading = server.Get<GetMetricSeries>().ExecuteAsync(Window, Many(Dublin, 1), stop.Token);
        await asked.Task.WaitAsync(Cancellation);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
        released.Set();
    }

    [Fact]
    public async Task SameWindow_AMomentLater_IsNotReadAgain()
    {
        var time = new FakeTimeProvider(Now);
        await using var server = await StartAsync(time: time);
        var get = server.Get<GetMetricSeries>();

        await get.ExecuteAsync(Window, Many(Dublin, 2), Cancellation);
        time.Advance(TimeSpan.FromSeconds(2));
        await get.ExecuteAsync(Window, Many(Dublin, 2), Cancellation);
        server.Requests.Count.ShouldBe(1);

        // half a refresh after it was read, the running minute may have more
        time.Advance(TimeSpan.FromSeconds(1));
        await get.ExecuteAsync(Window, Many(Dublin, 3), Cancellation);
        server.Requests.Count.ShouldBe(2);

        time.Advance(TimeSpan.FromMinutes(1));
        await get.ExecuteAsync(MetricWindow.Of(TimeRange.Parse("15m").Value, time.GetUtcNow()), Many(Dublin, 2), Cancellation);
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task OnlyWhatIsMissing_IsAskedFor()
    {
        await using var server = await StartAsync(time: new FakeTimeProvider(Now));
        var get = server.Get<GetMetricSeries>();

        await get.ExecuteAsync(Window, Many(Dublin, 2), Cancellation);
        var reading = await get.ExecuteAsync(Window, [.. Many(Dublin, 3), .. Many(Dublin, 1)], Cancellation);

        reading.Series.Count.ShouldBe(3);
        Form(server.Requests[1]).Keys.Count(key => key.EndsWith(".Id", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task WindowThatIsOver_IsKeptForMinutes()
    {
        var time = new FakeTimeProvider(Now);
        await using var server = await StartAsync(time: time);
        var get = server.Get<GetMetricSeries>();
        var past = MetricWindow.Of(TimeRange.Parse("2026-11-27T07:00Z/2026-11-27T08:00Z").Value, Now);

        await get.ExecuteAsync(past, Many(Dublin, 1), Cancellation);
        time.Advance(TimeSpan.FromMinutes(9));
        await get.ExecuteAsync(past, Many(Dublin, 1), Cancellation);
        server.Requests.Count.ShouldBe(1);

        time.Advance(TimeSpan.FromMinutes(1));
        await get.ExecuteAsync(past, Many(Dublin, 1), Cancellation);
        server.Requests.Count.ShouldBe(2);
    }

    private static IEnumerable<SeriesQuery> Many(BucketPlace place, int count) => Enumerable.Range(0, count).Select(
        index => new SeriesQuery(
            S3Metrics.AllRequests,
            new SeriesSubject.Requests(place, string.Create(CultureInfo.InvariantCulture, $"filter-{index}"))));

    private static RecordedAnswer Hang(TaskCompletionSource asked, ManualResetEventSlim released)
    {
        asked.TrySetResult();
        released.Wait(Cancellation);
        return new RecordedAnswer(500, string.Empty);
    }
}
