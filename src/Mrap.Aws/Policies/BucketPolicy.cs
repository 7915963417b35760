namespace Mrap.Aws.Policies;

/// <summary>The policy of a bucket.</summary>
/// <param name="Text">The JSON text; null when the bucket has no policy.</param>
public sealed record BucketPolicy(string? Text);
