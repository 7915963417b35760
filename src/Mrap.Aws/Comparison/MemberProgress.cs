using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Comparison;

/// <summary>How far the list of one bucket is.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="Keys">How many keys it has listed.</param>
/// <param name="KeysPerSecond">How many it lists a second, on average since the beginning; 0 in the first instant.</param>
/// <param name="IsEnded">Whether it has no more.</param>
/// <param name="Fault">Why it tells nothing any more; null unless it failed.</param>
public sealed record MemberProgress(MemberBucket Member, long Keys, double KeysPerSecond, bool IsEnded, AwsFault? Fault);
