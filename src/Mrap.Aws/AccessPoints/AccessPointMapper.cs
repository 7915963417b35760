using System.Collections.Immutable;
using Amazon.S3Control.Model;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.AccessPoints;

/// <summary>Reads the SDK's report into ours.</summary>
internal static class AccessPointMapper
{
    public static AccessPoint? Read(MultiRegionAccessPointReport? report, AccountId owner)
    {
        if (report is null
            || !AccessPointName.Parse(report.Name).TryGet(out var name)
            || !AccessPointStatusText.Parse(report.Status?.Value).TryGet(out var status))
        {
            return null;
        }

        // An access point that is being made may have no alias yet.
        AccessPointAlias.Parse(report.Alias).TryGet(out var alias);
        var createdAt = report.CreatedAt is { } created ? new DateTimeOffset(created, TimeSpan.Zero) : default;
        return new AccessPoint(name, alias, owner, createdAt, status, Block(report.PublicAccessBlock), Members(report, owner));
    }

    public static PublicAccessBlockConfiguration Write(BlockPublicAccess block) => new()
    {
        BlockPublicAcls = block.BlockPublicAcls,
        IgnorePublicAcls = block.IgnorePublicAcls,
        BlockPublicPolicy = block.BlockPublicPolicy,
        RestrictPublicBuckets = block.RestrictPublicBuckets,
    };

    private static BlockPublicAccess Block(PublicAccessBlockConfiguration? block) => block is null
        ? BlockPublicAccess.AllOn
        : new BlockPublicAccess(
            block.BlockPublicAcls ?? false, block.IgnorePublicAcls ?? false, block.BlockPublicPolicy ?? false,
            block.RestrictPublicBuckets ?? false);

    private static ImmutableArray<MemberBucket> Members(MultiRegionAccessPointReport report, AccountId owner)
    {
        var members = ImmutableArray.CreateBuilder<MemberBucket>();
        foreach (var row in report.Regions ?? [])
        {
            if (BucketName.Parse(row.Bucket).TryGet(out var bucket) && RegionId.Parse(row.Region).TryGet(out var region))
            {
                members.Add(
                    new MemberBucket(bucket, region, AccountId.Parse(row.BucketAccountId).TryGet(out var account) ? account : owner));
            }
        }

        members.Sort((a, b) => a.Region.CompareTo(b.Region));
        return members.ToImmutable();
    }
}
