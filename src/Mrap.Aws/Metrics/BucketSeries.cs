using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>A series of one member bucket.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Series">
/// The values: zeros where nothing is published while there is nothing to count, unless there is no value at all.
/// </param>
public sealed record BucketSeries(BucketPlace Bucket, SeriesQuery Query, AlignedSeries Series);
