using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Policies;

/// <summary>What a bucket behind an access point permits.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="Block">Its Block Public Access, all off where it was never set; or why it could not be read.</param>
/// <param name="Policy">Its policy, or why it could not be read.</param>
public sealed record BucketPermissions(MemberBucket Member, Outcome<BlockPublicAccess> Block, Outcome<BucketPolicy> Policy);
