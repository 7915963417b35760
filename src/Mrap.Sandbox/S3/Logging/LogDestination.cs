using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>Where the access logs of a bucket go (Amazon S3 API Reference, "LoggingEnabled").</summary>
/// <param name="Bucket">The target bucket.</param>
/// <param name="Prefix">What the keys of log objects begin with.</param>
/// <param name="Format">What follows in the keys.</param>
internal sealed record LogDestination(BucketName Bucket, string Prefix, LogKeyFormat Format);
