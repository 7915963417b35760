using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Policies;

/// <summary>A new policy for a bucket.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="Before">The policy that the change was made from; null for none. Any other found at the bucket stops the change.</param>
/// <param name="After">The JSON text that shall stand there.</param>
public sealed record BucketPolicyChange(MemberBucket Member, string? Before, string After);
