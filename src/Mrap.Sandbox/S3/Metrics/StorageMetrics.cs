using Mrap.Core.Metrics;
using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Metrics;

/// <summary>
/// BucketSizeBytes and NumberOfObjects of every bucket, once a day (Amazon S3 User Guide, "Metrics and dimensions", Amazon S3 daily storage
/// metrics). All bytes count as standard storage, whatever class an object names.
/// </summary>
internal sealed class StorageMetrics(RegionStores stores, MetricStore metrics) : IMetricSampler
{
    private const string Size = "BucketSizeBytes";
    private long _day;

    /// <inheritdoc/>
    public void Sample(DateTimeOffset now)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds();
        if (day == _day)
        {
            return;
        }

        _day = day;
        foreach (var location in stores.ListBuckets())
        {
            Sample(location, day);
        }
    }

    private void Sample(BucketLocation location, long day)
    {
        var size = Open(location, Size, "StandardStorage", "Bytes");
        if (size is null || size.LastValue >= day)
        {
            // an earlier run of the process has counted today already
            return;
        }

        var (count, bytes) = stores.Get(location.Region).Measure(location.Bucket.Name);
        size.Add(day, bytes);
        Open(location, "NumberOfObjects", "AllStorageTypes", "Count")?.Add(day, count);
    }

    private MetricSeries? Open(BucketLocation location, string name, string storageType, string unit) => metrics.Open(
        new MetricIdentity(
            location.Region.Value, location.Bucket.Owner.Value, S3Metrics.Namespace, name, new("BucketName", location.Bucket.Name.Value),
            new("StorageType", storageType)),
        unit);
}
