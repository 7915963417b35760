using System.Collections.Immutable;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.AccessPoints;

/// <summary>What an access point consists of, as the activity log keeps it: a line for each bucket and each setting.</summary>
internal static class AccessPointText
{
    public static string Of(CreateAccessPointInput input) => Text(
        input.Buckets.Select(choice => (choice.Region, choice.Bucket, choice.Account)), input.BlockPublicAccess);

    public static string Of(AccessPoint accessPoint) => Text(
        accessPoint.Members.Select(member => (
            member.Region, member.Bucket, member.BucketAccount == accessPoint.Owner ? (AccountId?)null : member.BucketAccount)),
        accessPoint.BlockPublicAccess);

    private static string Text(IEnumerable<(RegionId Region, BucketName Bucket, AccountId? Account)> members, BlockPublicAccess block)
    {
        ImmutableArray<(string Name, bool IsOn)> settings =
        [
            (nameof(block.BlockPublicAcls), block.BlockPublicAcls),
            (nameof(block.IgnorePublicAcls), block.IgnorePublicAcls),
            (nameof(block.BlockPublicPolicy), block.BlockPublicPolicy),
            (nameof(block.RestrictPublicBuckets), block.RestrictPublicBuckets),
        ];
        return string.Join(
            '\n',
            [
                .. members
                    .OrderBy(member => member.Region)
                    .Select(member =>
                        $"{member.Region} {member.Bucket}{(member.Account is { } account ? $" of {account}" : string.Empty)}"),
                .. settings.Select(setting => $"{setting.Name} {(setting.IsOn ? "on" : "off")}"),
            ]);
    }
}
