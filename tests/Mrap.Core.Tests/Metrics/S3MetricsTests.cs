using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.Metrics;

public sealed class S3MetricsTests
{
    private static readonly BucketPlace s_dublin = new(BucketName.Parse("dublin").Value, RegionId.Parse("eu-west-1").Value);
    private static readonly BucketPlace s_sydney = new(BucketName.Parse("sydney").Value, RegionId.Parse("ap-southeast-2").Value);

    [Fact]
    public void Names_AreUnique() => S3Metrics.All.Select(metric => metric.Name).ShouldBeUnique();

    [Theory]
    [InlineData("ReplicationLatency", "ap-southeast-2", "Maximum", MetricUnit.Seconds)]
    [InlineData("BytesPendingReplication", "ap-southeast-2", "Maximum", MetricUnit.Bytes)]
    [InlineData("OperationsPendingReplication", "ap-southeast-2", "Maximum", MetricUnit.Count)]
    [InlineData("OperationsFailedReplication", "eu-west-1", "Sum", MetricUnit.Count)]
    public void Replication_Metric_IsAskedForWhereItIsPublished(string name, string region, string statistic, MetricUnit unit)
    {
        var query = new SeriesQuery(
            S3Metrics.All.Single(metric => metric.Name == name), new SeriesSubject.Replication(s_dublin, s_sydney, "rule"));

        (query.Region.Value, query.Statistic.ToString(), query.Unit).ShouldBe((region, statistic, unit));
        query.Subject.Dimensions.ShouldBe(
            [new("DestinationBucket", "sydney"), new("RuleId", "rule"), new("SourceBucket", "dublin")]);
    }

    [Fact]
    public void Requests_OfABucket_AreAskedForInItsRegion()
    {
        var query = new SeriesQuery(S3Metrics.ServerErrors, SeriesStatistic.Average, new SeriesSubject.Requests(s_dublin));

        (query.Region, query.Unit).ShouldBe((s_dublin.Region, MetricUnit.Ratio));
        query.Subject.Dimensions.ShouldBe([new("BucketName", "dublin"), new("FilterId", "EntireBucket")]);
    }

    [Fact]
    public void Storage_OfABucket_HasItsClass() =>
        new SeriesQuery(S3Metrics.BucketSizeBytes, new SeriesSubject.Storage(s_dublin, "StandardStorage")).Subject.Dimensions.ShouldBe(
            [new("BucketName", "dublin"), new("StorageType", "StandardStorage")]);

    [Fact]
    public void Metric_OfAnotherFamily_CannotBeAskedFor() =>
        Should.Throw<ArgumentException>(() => new SeriesQuery(S3Metrics.ReplicationLatency, new SeriesSubject.Requests(s_dublin)));

    [Theory]
    [InlineData(50, "p50")]
    [InlineData(99.9, "p99.9")]
    [InlineData(100, "p100")]
    public void Percentile_HasTheNameOfCloudWatch(double percent, string name) =>
        SeriesStatistic.Percentile(percent).ToString().ShouldBe(name);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(16, 0, 4.8)]
    [InlineData(48, 9_990, 6.8)]
    [InlineData(1_250_000, 0, 69_500)]
    public void Price_FallsWithTheNumber(int added, int already, double price) =>
        MetricsPrice.PerMonth(added, already).ShouldBe((decimal)price);
}
