namespace Mrap.Sandbox.Control;

/// <summary>A bucket of a create request.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="BucketAccountId">The account said to own it; null when the request did not say.</param>
internal sealed record RequestedBucket(string Bucket, string? BucketAccountId);
