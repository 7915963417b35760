namespace Mrap.Core.Metrics;

/// <summary>Why a figure is not the whole truth.</summary>
/// <param name="Kind">What kind of reason it is.</param>
/// <param name="Text">The reason: a sentence.</param>
/// <param name="Bucket">The bucket that it is about; null when it is about all.</param>
public sealed record MetricCaveat(MetricCaveatKind Kind, string Text, BucketPlace? Bucket = null)
{
    /// <summary>Requests made to a bucket itself are counted with those through the access point.</summary>
    public static MetricCaveat DirectTraffic { get; } = new(
        MetricCaveatKind.DirectTraffic,
        "S3 counts requests per bucket: those made to a bucket directly are in it too. Server access logs tell them apart.");

    /// <summary>S3 delivers metrics as well as it can.</summary>
    public static MetricCaveat BestEffort { get; } = new(
        MetricCaveatKind.BestEffort, "S3 publishes metrics on a best-effort basis: a point may come late, or not at all.");

    /// <summary>A percentile of several Regions was put together from theirs.</summary>
    public static MetricCaveat MixedPercentiles { get; } = new(
        MetricCaveatKind.Approximation,
        "The percentile over all Regions is the mean of theirs, weighted by requests: no service knows the exact one.");

    /// <summary>A bucket has no request metrics.</summary>
    /// <returns>The caveat.</returns>
    public static MetricCaveat NotEnabled(BucketPlace bucket) => new(
        MetricCaveatKind.NotEnabled, $"Request metrics of {bucket.Bucket} are not enabled: its requests are missing.", bucket);

    /// <summary>A bucket could not be asked.</summary>
    /// <param name="why">Why: a sentence.</param>
    /// <returns>The caveat.</returns>
    public static MetricCaveat Unreadable(BucketPlace bucket, string why) => new(
        MetricCaveatKind.Unreadable, $"Metrics of {bucket.Bucket} could not be read: {why}", bucket);
}
