using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Testing;

namespace Mrap.Web.Tests.Permissions;

/// <summary>The permissions of the example access point: every switch on but the account's, no policies.</summary>
internal static class AccessPointPermissionsExample
{
    private static readonly AwsFault s_denied = new("AccessDenied", "It could not be read.", "Access Denied", "Ask its owner.", 403);

    extension(PermissionsExample)
    {
        public static AwsFault Denied => s_denied;

        public static AccessPointPermissions With(
            string? established = null, string? proposed = null, string? bucketPolicy = null, BlockPublicAccess? block = null,
            BlockPublicAccess? bucketBlock = null)
        {
            var accessPoint = Example.AccessPoint() with { BlockPublicAccess = block ?? BlockPublicAccess.AllOn };
            return new AccessPointPermissions(
                accessPoint,
                new AccessPointPolicy(established, proposed, established is null ? null : false),
                [new AccountBlock(accessPoint.Owner, BlockPublicAccess.AllOff)],
                [
                    .. accessPoint.Members.Select(
                        member => new BucketPermissions(member, bucketBlock ?? BlockPublicAccess.AllOn, new BucketPolicy(bucketPolicy)))]);
        }
    }

    public static AccessPointPermissions WithBucket(this AccessPointPermissions permissions, int index, Outcome<BucketPolicy> policy) =>
        permissions with { Buckets = permissions.Buckets.SetItem(index, permissions.Buckets[index] with { Policy = policy }) };
}
