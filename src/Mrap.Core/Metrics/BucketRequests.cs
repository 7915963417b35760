namespace Mrap.Core.Metrics;

/// <summary>The requests that one member bucket served.</summary>
/// <param name="Requests">How many over time; a gap where nothing is known.</param>
/// <param name="Total">How many in the whole window; null when nothing is known.</param>
/// <param name="Share">Its part of the requests of all buckets whose requests are known, 0 to 1; null when there are none.</param>
public sealed record BucketRequests(BucketPlace Bucket, AlignedSeries Requests, double? Total, double? Share);
