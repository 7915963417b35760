using System.Collections.Immutable;

namespace Mrap.Policy.ExternalAccess;

/// <summary>Who from outside gets into one bucket behind an access point.</summary>
/// <param name="ThroughAccessPoint">One entry for each grant of the access point's policy to the outside, in the order of that policy, also
/// those that the bucket does not pass on.</param>
/// <param name="Direct">One entry for each grant of the bucket's policy to the outside, for requests that go to the bucket itself.</param>
public sealed record BucketPreview(
    PreviewSide Bucket, ImmutableArray<ExternalAccessReach> ThroughAccessPoint, ImmutableArray<ExternalAccessReach> Direct);
