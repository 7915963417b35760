using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Metrics;
using Mrap.Core.Metrics;
using Mrap.Testing;
using static Mrap.Aws.Tests.Metrics.MetricsServer;

namespace Mrap.Aws.Tests.Metrics;

public sealed class DistributionTests
{
    private const string Configurations = "<ListMetricsConfigurationsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
    private const string EntireBucket = "<MetricsConfiguration><Id>EntireBucket</Id></MetricsConfiguration>";

    private const string Filtered =
        "<MetricsConfiguration><Id>EntireBucket</Id><Filter><Prefix>a</Prefix></Filter></MetricsConfiguration>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Distribution_OfThreeBuckets_HasShares()
    {
        await using var server = await StartAsync(request => Points(request, IsOf(request, Dublin) ? 6 : IsOf(request, Sydney) ? 3 : 1));

        var distribution = await server.Get<GetRequestDistribution>().ExecuteAsync(AccessPoint, Window, Cancellation);

        distribution.Buckets.Select(bucket => (bucket.Bucket, bucket.Share)).ShouldBe([(Dublin, 0.6), (Sydney, 0.3), (Ohio, 0.1)]);
        distribution.Total.Total.ShouldBe(10);
        distribution.IsComplete.ShouldBeTrue();
        distribution.Caveats.Select(caveat => caveat.Kind).ShouldBe([MetricCaveatKind.DirectTraffic, MetricCaveatKind.BestEffort]);
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Bucket_WithoutPoints_SaysWhetherMetricsAreEnabled()
    {
        await using var server = await StartAsync(request => request switch
        {
            { Method: "GET" } => Listing(IsOf(request, Sydney) ? EntireBucket : string.Empty),
            _ when IsOf(request, Dublin) => null,
            _ => Points(request, 1, points: 0),
        });

        var distribution = await server.Get<GetRequestDistribution>().ExecuteAsync(AccessPoint, Window, Cancellation);

        distribution.Buckets.Select(bucket => bucket.Total).ShouldBe([1, 0, null]);
        distribution.Caveats[^1].ShouldBe(MetricCaveat.NotEnabled(Ohio));
        distribution.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public async Task Bucket_WhoseRegionFails_SaysWhy()
    {
        await using var server = await StartAsync(request => IsOf(request, Ohio) ? Fault(500, "InternalServiceError") : null);

        var distribution = await server.Get<GetRequestDistribution>().ExecuteAsync(AccessPoint, Window, Cancellation);

        distribution.Buckets.Select(bucket => bucket.Share).ShouldBe([0.5, 0.5, null]);
        distribution.Caveats[^1].ShouldSatisfyAllConditions(
            caveat => caveat.Kind.ShouldBe(MetricCaveatKind.Unreadable), caveat => caveat.Bucket.ShouldBe(Ohio));
    }

    [Fact]
    public async Task Settings_ConfigurationWithAFilter_IsNotTheWholeBucket()
    {
        await using var server = await StartAsync(request => Listing(
            IsOf(request, Dublin) ? EntireBucket
                : IsOf(request, Sydney) ? Filtered
                : "<MetricsConfiguration><Id>Other</Id></MetricsConfiguration>"));

        var settings = await server.Get<GetMetricsSettings>().ExecuteAsync(AccessPoint, Cancellation);

        settings.Select(setting => setting.IsEnabled.Value).ShouldBe([true, false, false]);
        EnableMetrics.Estimate(settings).ShouldBe(new MetricsAddition(2, 32, 9.60m, MetricsPrice.Source));
    }

    [Fact]
    public async Task Enable_WhatIsMissing_StopsAtAFaultAndGoesOnFromThere()
    {
        var isDown = true;
        var enabled = new List<string>();
        await using var server = await StartAsync(request =>
        {
            var region = request.Host.Split('.').Single(part => part.Contains('-', StringComparison.Ordinal));
            if (request.Method == "GET")
            {
                return Listing(IsOf(request, Dublin) || enabled.Contains(region) ? EntireBucket : string.Empty);
            }

            if (IsOf(request, Ohio) && isDown)
            {
                return Fault(403, "AccessDenied");
            }

            enabled.Add(region);
            return new RecordedAnswer(200, string.Empty);
        });
        var enable = server.Get<EnableMetrics>();
        var settings = await server.Get<GetMetricsSettings>().ExecuteAsync(AccessPoint, Cancellation);
        var plan = enable.Plan(AccessPoint.Name, settings).Value;

        var failed = await enable.ExecuteAsync(plan, 0, Cancellation).LastAsync(Cancellation);
        isDown = false;
        var done = await enable.ExecuteAsync(plan, failed.ResumeFrom!.Value, Cancellation).LastAsync(Cancellation);

        plan.Steps.Select(step => step.Cli).ShouldContain(
            "aws s3api put-bucket-metrics-configuration --bucket sydney --region ap-southeast-2 --id EntireBucket "
                + "--metrics-configuration Id=EntireBucket");
        (failed.Fault?.Code, failed.ResumeFrom, done.IsSuccess).ShouldBe(("AccessDenied", 1, true));
        enabled.ShouldBe(["ap-southeast-2", "us-east-2"]);
        var put = server.Requests.Last(request => request.Method == "PUT");
        put.Text.ShouldContain("<Id>EntireBucket</Id>");
        put.RawTarget.ShouldContain("id=EntireBucket");
        var log = await server.Get<IActivityLog>().ReadAsync(new ActivityQuery { Action = ChangeAction.EnableMetrics }, Cancellation);
        log.Entries.Select(entry => entry.Outcome).ShouldBe([ActivityOutcome.Succeeded, ActivityOutcome.Failed]);
    }

    [Fact]
    public async Task Enable_ByAnOperator_IsRefused()
    {
        await using var server = await StartAsync(_ => Listing(string.Empty));
        server.Acting.Current = new ActingUser("bob", Role.Operator);
        var enable = server.Get<EnableMetrics>();
        var settings = await server.Get<GetMetricsSettings>().ExecuteAsync(AccessPoint, Cancellation);

        var done = await enable.ExecuteAsync(enable.Plan(AccessPoint.Name, settings).Value, 0, Cancellation).LastAsync(Cancellation);

        done.Fault!.Code.ShouldBe("RoleTooLow");
        server.Requests.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task Enable_NothingMissing_IsNoPlan()
    {
        await using var server = await StartAsync(_ => Listing(EntireBucket));
        var settings = await server.Get<GetMetricsSettings>().ExecuteAsync(AccessPoint, Cancellation);

        server.Get<EnableMetrics>().Plan(AccessPoint.Name, settings).Fault.ShouldNotBeNull();
        EnableMetrics.Estimate(settings).UsdPerMonth.ShouldBe(0);
    }

    private static RecordedAnswer Listing(string configurations) =>
        new(200, $"{Configurations}<IsTruncated>false</IsTruncated>{configurations}</ListMetricsConfigurationsResult>");
}
