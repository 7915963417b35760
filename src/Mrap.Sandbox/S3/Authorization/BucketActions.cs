using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>Actions on buckets that more than one place asks for.</summary>
internal static class BucketActions
{
    /// <summary>Being allowed to list a bucket, which is also being allowed to know that an object is not there.</summary>
    public const string List = "s3:ListBucket";

    /// <summary>Listing the buckets of an account.</summary>
    public const string ListAllMine = "s3:ListAllMyBuckets";

    /// <summary>What creating a bucket needs (AWS page "CreateBucket", "Permissions").</summary>
    public static RequiredActions Create(HttpRequest request) => new(
        "s3:CreateBucket",
        AclHeaders.AreIn(request) && request.Headers["x-amz-acl"].ToString() != "private" ? "s3:PutBucketAcl" : null,
        request.Headers.ContainsKey("x-amz-object-ownership") ? "s3:PutBucketOwnershipControls" : null);
}
