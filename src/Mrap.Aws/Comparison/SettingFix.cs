using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Comparison;

/// <summary>What a setting of a bucket becomes.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Member">The bucket that gets it.</param>
/// <param name="Before">What the bucket has; empty when nothing is set.</param>
/// <param name="After">What it gets; empty when nothing is set afterwards.</param>
public sealed record SettingFix(BucketSetting Setting, MemberBucket Member, string Before, string After);
