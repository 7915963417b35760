using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Policies;

/// <summary>Everything that decides who gets in through an access point. Parts that could not be read carry their fault.</summary>
/// <param name="Policy">Its policies.</param>
/// <param name="Accounts">Block Public Access of the owner's account, then of the accounts that own buckets.</param>
/// <param name="Buckets">The buckets by Region.</param>
public sealed record AccessPointPermissions(
    AccessPoint AccessPoint, Outcome<AccessPointPolicy> Policy, ImmutableArray<AccountBlock> Accounts,
    ImmutableArray<BucketPermissions> Buckets)
{
    /// <summary>The levels of Block Public Access: the access point, the accounts, the buckets.</summary>
    public ImmutableArray<BlockLevel> Levels =>
    [
        new BlockLevel(BlockLevelKind.AccessPoint, AccessPoint.Name.Value, AccessPoint.BlockPublicAccess),
        .. Accounts.Select(account => new BlockLevel(BlockLevelKind.Account, account.Account.Value, account.Block)),
        .. Buckets.Select(bucket => new BlockLevel(BlockLevelKind.Bucket, bucket.Member.Bucket.Value, bucket.Block)),
    ];

    /// <summary>
    /// The levels that refuse a public policy of the access point: itself and its owner's account. A bucket's own switch concerns the
    /// bucket's
    /// policy; that it also refused those of Multi-Region Access Points is documented nowhere (Amazon S3 User Guide, "Blocking public
    /// access").
    /// </summary>
    public IEnumerable<BlockLevel> RefusingPublicPolicies => Levels.Where(level =>
        level.Block is { IsSuccess: true, Value.BlockPublicPolicy: true }
        && (level.Kind == BlockLevelKind.AccessPoint || (level.Kind == BlockLevelKind.Account && level.Name == AccessPoint.Owner.Value)));
}
