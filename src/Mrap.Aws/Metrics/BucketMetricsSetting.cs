using Mrap.Aws.Faults;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>Whether S3 publishes request metrics of a whole bucket.</summary>
/// <param name="IsEnabled">Whether the bucket has the metrics configuration that covers all of it.</param>
public sealed record BucketMetricsSetting(BucketPlace Bucket, Outcome<bool> IsEnabled);
