using System.Runtime.CompilerServices;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>
/// Block Public Access as it takes effect: what is on at any level is on (Amazon S3 User Guide, "Blocking public access to your Amazon S3
/// storage"). Access control lists are disabled in every bucket here, so that the two switches about them have nothing to act on.
/// </summary>
internal sealed class PublicAccess(IAccountBlocks accounts)
{
    private static readonly ConditionalWeakTable<string, BlockPublicAccess> s_blocks = [];

    /// <summary>Whether a public policy lets in none but the owner's account and AWS services.</summary>
    /// <param name="store">The store of the bucket.</param>
    /// <param name="point">The access point that the request came through; null for none.</param>
    public bool IsRestricted(IRegionStore store, BucketRecord bucket, AccessPoint? point) =>
        point is { BlockPublicAccess.RestrictPublicBuckets: true }
        || Of(store, bucket) is { RestrictPublicBuckets: true }
        || accounts.FindBlock(bucket.Owner) is { RestrictPublicBuckets: true }
        || (point is not null && accounts.FindBlock(point.Owner) is { RestrictPublicBuckets: true });

    /// <summary>Whether a public policy may not be put on a bucket.</summary>
    public bool BlocksPolicy(IRegionStore store, BucketRecord bucket) =>
        Of(store, bucket) is { BlockPublicPolicy: true } || accounts.FindBlock(bucket.Owner) is { BlockPublicPolicy: true };

    /// <summary>Whether a public policy may not be put on an access point.</summary>
    public bool BlocksPolicy(AccessPoint point) =>
        point.BlockPublicAccess.BlockPublicPolicy || accounts.FindBlock(point.Owner) is { BlockPublicPolicy: true };

    /// <summary>What S3 says when it refuses a public policy.</summary>
    /// <param name="caller">The ARN of who wanted to put it.</param>
    /// <param name="resource">The ARN.</param>
    public static string BlockedPolicy(string caller, string action, string resource) =>
        $"User: {caller} is not authorized to perform: {action} on resource: \"{resource}\" because public policies are blocked by the "
            + "BlockPublicPolicy block public access setting.";

    private static BlockPublicAccess? Of(IRegionStore store, BucketRecord bucket) =>
        store.FindConfiguration(bucket.Name, BucketConfiguration.PublicAccessBlock) is { } document
            ? s_blocks.GetValue(document, PublicAccessBlockDocument.Read)
            : null;
}
