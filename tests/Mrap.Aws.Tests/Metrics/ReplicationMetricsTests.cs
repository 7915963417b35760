using Mrap.Aws.Metrics;
using Mrap.Core.Metrics;
using Mrap.Testing;
using static Mrap.Aws.Tests.Metrics.MetricsServer;

namespace Mrap.Aws.Tests.Metrics;

public sealed class ReplicationMetricsTests
{
    private const string Rules = """
        <ReplicationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Role>arn:aws:iam::123456789012:role/r</Role>
        <Rule><ID>measured</ID><Status>Enabled</Status><Priority>1</Priority><Filter><Prefix/></Filter>
        <Destination><Bucket>arn:aws:s3:::sydney</Bucket><Metrics><Status>Enabled</Status></Metrics></Destination></Rule>
        <Rule><ID>silent</ID><Status>Enabled</Status><Priority>2</Priority><Filter><Prefix/></Filter>
        <Destination><Bucket>arn:aws:s3:::ohio</Bucket></Destination></Rule>
        <Rule><ID>off</ID><Status>Disabled</Status><Priority>3</Priority><Filter><Prefix/></Filter>
        <Destination><Bucket>arn:aws:s3:::ohio</Bucket><Metrics><Status>Enabled</Status></Metrics></Destination></Rule>
        <Rule><ID>elsewhere</ID><Status>Enabled</Status><Priority>4</Priority><Filter><Prefix/></Filter>
        <Destination><Bucket>arn:aws:s3:::no-member</Bucket><Metrics><Status>Enabled</Status></Metrics></Destination></Rule>
        </ReplicationConfiguration>
        """;

    private const string NoRules =
        "<Error><Code>ReplicationConfigurationNotFoundError</Code><Message>no</Message></Error>";

    private static readonly SeriesSubject.Replication s_rule = new(Dublin, Sydney, "measured");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flow_OfARule_IsReadInTheRegionsThatPublishIt()
    {
        await using var server = await StartAsync(Answer);

        var flow = (await server.Get<GetReplicationMetrics>().ExecuteAsync(AccessPoint, Window, Cancellation)).ShouldHaveSingleItem();

        flow.Rule.ShouldBe(s_rule);
        (flow.Lag.Latest, flow.BytesPending.Latest, flow.OperationsPending.Latest, flow.Failed.Total).ShouldBe((1, 1, 1, 1));
        (flow.Lag.Unit, flow.Fault, flow.IsKnown).ShouldBe((MetricUnit.Seconds, null, true));
        NamesIn(server, Sydney).ShouldBe(
            ["ReplicationLatency", "BytesPendingReplication", "OperationsPendingReplication"], ignoreOrder: true);
        NamesIn(server, Dublin).ShouldBe(["OperationsFailedReplication"]);
        NamesIn(server, Ohio).ShouldBeEmpty();
    }

    [Fact]
    public async Task Destination_ThatDoesNotAnswer_LeavesTheFailures()
    {
        await using var server = await StartAsync(
            request => request.Method == "POST" && IsOf(request, Sydney) ? Fault(400, "InvalidParameterValue") : Answer(request));

        var flow = (await server.Get<GetReplicationMetrics>().ExecuteAsync(AccessPoint, Window, Cancellation)).ShouldHaveSingleItem();

        flow.Lag.IsEmpty.ShouldBeTrue();
        flow.Failed.Total.ShouldBe(1);
        flow.Fault.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Everything_OfAnAccessPoint_TakesOneCallARegion()
    {
        await using var server = await StartAsync(Answer);

        var metrics = await server.Get<GetAccessPointMetrics>().ExecuteAsync(AccessPoint, Window, Cancellation);

        server.Requests.Count(request => request.Method == "POST").ShouldBe(3);
        metrics.Distribution.Total.Total.ShouldBe(3);
        metrics.Replication.ShouldHaveSingleItem().Rule.ShouldBe(s_rule);
        metrics.Of(S3Metrics.BytesDownloaded, SeriesStatistic.Sum).Select(series => series.Bucket).ShouldBe([Dublin, Sydney, Ohio]);
        metrics.Over(S3Metrics.BytesDownloaded, SeriesStatistic.Sum)!.Total.ShouldBe(3);
        metrics.Over(S3Metrics.FirstByteLatency, SeriesStatistic.Percentile(99))!.Values[0].ShouldBe(1);
        metrics.ErrorRate(S3Metrics.ServerErrors)!.Values[0].ShouldBe(1);
        metrics.Faults.ShouldBeEmpty();
    }

    private static RecordedAnswer? Answer(RecordedRequest request) => request switch
    {
        { Method: "GET" } when IsOf(request, Dublin) => new RecordedAnswer(200, Rules),
        { Method: "GET" } => new RecordedAnswer(404, NoRules),
        _ => null,
    };

    private static IEnumerable<string> NamesIn(MetricsServer server, BucketPlace place) => server.Requests
        .Where(request => request.Method == "POST" && IsOf(request, place))
        .SelectMany(Form)
        .Where(pair => pair.Key.EndsWith(".MetricName", StringComparison.Ordinal))
        .Select(pair => pair.Value);
}
