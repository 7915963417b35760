using Mrap.Sandbox.Control;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>What an action is asked for: a bucket or an object in it.</summary>
/// <param name="Store">The store of the bucket.</param>
/// <param name="Key">The key; null for the bucket itself.</param>
/// <param name="VersionId">The version; null when the request names none.</param>
/// <param name="Through">The access point that the request came through; null when it addresses the bucket.</param>
internal readonly record struct S3Target(
    IRegionStore Store, BucketRecord Bucket, string? Key, string? VersionId, AccessPointRecord? Through)
{
    /// <summary>The ARN that policies of the bucket's account know it by.</summary>
    public string BucketArn => Key is null ? Bucket.Name.Arn : $"{Bucket.Name.Arn}/{Key}";

    /// <summary>The ARN that policies of the access point's account know it by.</summary>
    public string AccessPointArn => Key is null ? Through!.ArnText : $"{Through!.ArnText}/object/{Key}";
}
