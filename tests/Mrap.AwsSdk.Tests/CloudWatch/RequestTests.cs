using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Mrap.Testing;

namespace Mrap.AwsSdk.Tests.CloudWatch;

/// <summary>The requests of the CloudWatch API Reference, "Actions", byte for byte.</summary>
public sealed class RequestTests
{
    private const string Version = "&Version=2010-08-01";

    private static readonly DateTime s_from = new(2026, 11, 22, 16, 0, 0, DateTimeKind.Utc);

    private static readonly Metric s_requests = new()
    {
        Namespace = "AWS/S3",
        MetricName = "AllRequests",
        Dimensions = [new Dimension { Name = "BucketName", Value = "b" }, new Dimension { Name = "FilterId", Value = "EntireBucket" }],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetMetricData_Queries_SendTheFormOfTheCli()
    {
        await using var server = await StartAsync();

        await server.Client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = s_from,
                EndTime = s_from.AddHours(1).AddMilliseconds(250),
                ScanBy = ScanBy.TimestampAscending,
                MaxDatapoints = 1000,
                NextToken = "a+b=",
                LabelOptions = new LabelOptions { Timezone = "+0130" },
                MetricDataQueries =
                [
                    new MetricDataQuery
                    {
                        Id = "m1",
                        MetricStat = new MetricStat { Metric = s_requests, Period = 60, Stat = "Sum", Unit = StandardUnit.Count },
                        ReturnData = false,
                    },
                    new MetricDataQuery { Id = "e1", Expression = "RATE(m1)", Label = "rate" },
                ],
            },
            Cancellation);

        var request = server.Only;
        (request.Method, request.RawTarget, request.Host).ShouldBe(("POST", "/", "monitoring.us-west-2.amazonaws.com"));
        request.Headers["Authorization"].ShouldContain("/us-west-2/monitoring/aws4_request");
        const string first = "&MetricDataQueries.member.1.";
        const string second = "&MetricDataQueries.member.2.";
        request.Text.ShouldBe(
            $"Action=GetMetricData{Version}&EndTime=2026-11-22T17%3A00%3A00.25Z&LabelOptions.Timezone=%2B0130&MaxDatapoints=1000"
                + $"{first}Id=m1{first}MetricStat.Metric.Dimensions.member.1.Name=BucketName"
                + $"{first}MetricStat.Metric.Dimensions.member.1.Value=b{first}MetricStat.Metric.Dimensions.member.2.Name=FilterId"
                + $"{first}MetricStat.Metric.Dimensions.member.2.Value=EntireBucket{first}MetricStat.Metric.MetricName=AllRequests"
                + $"{first}MetricStat.Metric.Namespace=AWS%2FS3{first}MetricStat.Period=60{first}MetricStat.Stat=Sum"
                + $"{first}MetricStat.Unit=Count{first}ReturnData=false{second}Expression=RATE%28m1%29{second}Id=e1{second}Label=rate"
                + "&NextToken=a%2Bb%3D&ScanBy=TimestampAscending&StartTime=2026-11-22T16%3A00%3A00Z");
    }

    [Fact]
    public async Task GetMetricStatistics_SendsItsLists()
    {
        await using var server = await StartAsync();

        await server.Client.GetMetricStatisticsAsync(
            new GetMetricStatisticsRequest
            {
                Namespace = "AWS/S3",
                MetricName = "AllRequests",
                Dimensions = [new Dimension { Name = "BucketName", Value = "b" }],
                StartTime = s_from,
                EndTime = s_from.AddHours(1),
                Period = 300,
                Statistics = ["Sum", "Average"],
                ExtendedStatistics = ["p99"],
            },
            Cancellation);

        server.Only.Text.ShouldBe(
            $"Action=GetMetricStatistics{Version}&Dimensions.member.1.Name=BucketName&Dimensions.member.1.Value=b"
                + "&EndTime=2026-11-22T17%3A00%3A00Z&ExtendedStatistics.member.1=p99&MetricName=AllRequests&Namespace=AWS%2FS3&Period=300"
                + "&StartTime=2026-11-22T16%3A00%3A00Z&Statistics.member.1=Sum&Statistics.member.2=Average");
    }

    [Fact]
    public async Task PutMetricData_Values_AreSent()
    {
        await using var server = await StartAsync();

        await server.Client.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = "Demo",
                MetricData =
                [
                    new MetricDatum
                    {
                        MetricName = "a",
                        Values = [1.5, 1e-7],
                        Counts = [1, 2],
                        Timestamp = s_from,
                        Unit = StandardUnit.Bytes,
                    },
                    new MetricDatum
                    {
                        MetricName = "b",
                        StatisticValues = new StatisticSet { Sum = 3, SampleCount = 2, Minimum = 1, Maximum = 2 },
                    },
                ],
            },
            Cancellation);

        const string first = "&MetricData.member.1.";
        const string second = "&MetricData.member.2.";
        server.Only.Text.ShouldBe(
            $"Action=PutMetricData{Version}{first}Counts.member.1=1{first}Counts.member.2=2{first}MetricName=a"
                + $"{first}Timestamp=2026-11-22T16%3A00%3A00Z{first}Unit=Bytes{first}Values.member.1=1.5{first}Values.member.2=1E-07"
                + $"{second}MetricName=b{second}StatisticValues.Maximum=2{second}StatisticValues.Minimum=1"
                + $"{second}StatisticValues.SampleCount=2{second}StatisticValues.Sum=3&Namespace=Demo");
    }

    [Fact]
    public async Task Alarms_PutDescribeDelete_AreSent()
    {
        await using var server = await StartAsync();

        await server.Client.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = "lag",
                Namespace = "AWS/S3",
                MetricName = "ReplicationLatency",
                Statistic = Statistic.Maximum,
                Period = 60,
                EvaluationPeriods = 5,
                DatapointsToAlarm = 3,
                Threshold = 900,
                ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
                TreatMissingData = "ignore",
                Tags = [new Tag { Key = "k", Value = "v" }],
            },
            Cancellation);
        await server.Client.DescribeAlarmsAsync(
            new DescribeAlarmsRequest { AlarmNamePrefix = "l", MaxRecords = 100, StateValue = StateValue.ALARM }, Cancellation);
        await server.Client.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["lag"] }, Cancellation);
        await server.Client.ListMetricsAsync(
            new ListMetricsRequest
            {
                Dimensions = [new DimensionFilter { Name = "BucketName" }],
                RecentlyActive = RecentlyActive.PT3H
            },
            Cancellation);

        server.Server.Requests.Select(request => request.Text).ShouldBe(
        [
            $"Action=PutMetricAlarm{Version}&AlarmName=lag&ComparisonOperator=GreaterThanThreshold&DatapointsToAlarm=3&EvaluationPeriods=5"
                + "&MetricName=ReplicationLatency&Namespace=AWS%2FS3&Period=60&Statistic=Maximum&Tags.member.1.Key=k&Tags.member.1.Value=v"
                + "&Threshold=900&TreatMissingData=ignore",
            $"Action=DescribeAlarms{Version}&AlarmNamePrefix=l&MaxRecords=100&StateValue=ALARM",
            $"Action=DeleteAlarms{Version}&AlarmNames.member.1=lag",
            $"Action=ListMetrics{Version}&Dimensions.member.1.Name=BucketName&RecentlyActive=PT3H",
        ]);
    }

    private static Task<QueryServer<AmazonCloudWatchClient>> StartAsync() =>
        QueryServer<AmazonCloudWatchClient>.StartAsync<AmazonCloudWatchConfig>(
            (credentials, config) => new(credentials, config), (_, _) => new RecordedAnswer(200, "<R/>"));
}
