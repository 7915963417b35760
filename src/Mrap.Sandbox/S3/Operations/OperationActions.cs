using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Authorization;

namespace Mrap.Sandbox.S3.Operations;

/// <summary>Which actions an S3 operation needs (Amazon S3 User Guide, "Required permissions for Amazon S3 API operations").</summary>
internal static class OperationActions
{
    /// <summary>Being allowed to list a bucket, which is also being allowed to know that an object is not there.</summary>
    public const string ListBucket = "s3:ListBucket";

    /// <summary>Creating a bucket.</summary>
    public const string CreateBucket = "s3:CreateBucket";

    /// <summary>Listing the buckets of an account.</summary>
    public const string ListAllMyBuckets = "s3:ListAllMyBuckets";

    /// <summary>Setting the tags of an object.</summary>
    public const string PutObjectTagging = "s3:PutObjectTagging";

    private static readonly string[] s_aclHeaders =
        ["x-amz-acl", "x-amz-grant-full-control", "x-amz-grant-read", "x-amz-grant-read-acp", "x-amz-grant-write", "x-amz-grant-write-acp"];

    /// <summary>The actions of a request.</summary>
    /// <param name="request">The request, for what its headers and its query add.</param>
    /// <returns>The actions; none for what S3 lets anyone do, and for what is not served.</returns>
    public static RequiredActions Of(S3Operation operation, HttpRequest request) => operation switch
    {
        S3Operation.NotImplemented or S3Operation.MethodNotAllowed or S3Operation.Preflight => default,
        S3Operation.ListBuckets => new(ListAllMyBuckets),
        S3Operation.CreateBucket =>
            new(
                CreateBucket, HasAcl(request) && request.Headers["x-amz-acl"].ToString() != "private" ? "s3:PutBucketAcl" : null,
                request.Headers.ContainsKey("x-amz-object-ownership") ? "s3:PutBucketOwnershipControls" : null),
        S3Operation.HeadBucket or S3Operation.ListObjects or S3Operation.ListObjectsV2 => new(ListBucket),
        S3Operation.DeleteBucket => new("s3:DeleteBucket"),
        S3Operation.GetBucketLocation => new("s3:GetBucketLocation"),
        S3Operation.GetBucketVersioning => new("s3:GetBucketVersioning"),
        S3Operation.PutBucketVersioning => new("s3:PutBucketVersioning"),
        S3Operation.GetBucketPolicy => new("s3:GetBucketPolicy"),
        S3Operation.PutBucketPolicy => new("s3:PutBucketPolicy"),
        S3Operation.DeleteBucketPolicy => new("s3:DeleteBucketPolicy"),
        S3Operation.GetBucketPolicyStatus => new("s3:GetBucketPolicyStatus"),
        S3Operation.GetPublicAccessBlock => new("s3:GetBucketPublicAccessBlock"),
        S3Operation.PutPublicAccessBlock or S3Operation.DeletePublicAccessBlock => new("s3:PutBucketPublicAccessBlock"),
        S3Operation.GetBucketTagging => new("s3:GetBucketTagging"),
        S3Operation.PutBucketTagging or S3Operation.DeleteBucketTagging => new("s3:PutBucketTagging"),
        S3Operation.GetBucketAcl => new("s3:GetBucketAcl"),
        S3Operation.PutBucketAcl => new("s3:PutBucketAcl"),
        S3Operation.GetDefaultConfiguration => new(ConfigurationActions.Read(request)),
        S3Operation.PutDefaultConfiguration => new(ConfigurationActions.Write(request)),
        S3Operation.ListObjectVersions => new("s3:ListBucketVersions"),
        S3Operation.ListMultipartUploads => new("s3:ListBucketMultipartUploads"),
        S3Operation.GetObject or S3Operation.HeadObject => new(Get(HasVersion(request))),
        S3Operation.GetObjectAttributes =>
            HasVersion(request)
                ? new("s3:GetObjectVersion", "s3:GetObjectVersionAttributes")
                : new("s3:GetObject", "s3:GetObjectAttributes"),
        S3Operation.GetObjectTagging => new(GetTagging(HasVersion(request))),
        S3Operation.PutObjectTagging => new(HasVersion(request) ? "s3:PutObjectVersionTagging" : PutObjectTagging),
        S3Operation.DeleteObjectTagging => new(HasVersion(request) ? "s3:DeleteObjectVersionTagging" : "s3:DeleteObjectTagging"),
        S3Operation.GetObjectAcl => new(HasVersion(request) ? "s3:GetObjectVersionAcl" : "s3:GetObjectAcl"),
        S3Operation.PutObjectAcl => new(HasVersion(request) ? "s3:PutObjectVersionAcl" : "s3:PutObjectAcl"),
        S3Operation.DeleteObject =>
            new(Delete(HasVersion(request)), ComparesETag(request.Headers.IfMatch.ToString()) ? Get(HasVersion(request)) : null),
        S3Operation.DeleteObjects => new(Delete(hasVersion: false)),
        S3Operation.PutObject or S3Operation.CopyObject or S3Operation.CreateMultipartUpload =>
            new(
                "s3:PutObject", request.Headers.ContainsKey("x-amz-tagging") ? PutObjectTagging : null,
                HasAcl(request) ? "s3:PutObjectAcl" : null),
        S3Operation.UploadPart or S3Operation.UploadPartCopy or S3Operation.CompleteMultipartUpload => new("s3:PutObject"),
        S3Operation.AbortMultipartUpload => new("s3:AbortMultipartUpload"),
        S3Operation.ListParts => new("s3:ListMultipartUploadParts"),
        S3Operation.ObjectLock => new((request.Query.ContainsKey("retention"), HttpMethods.IsGet(request.Method)) switch
        {
            (true, true) => "s3:GetObjectRetention",
            (true, false) => "s3:PutObjectRetention",
            (false, true) => "s3:GetObjectLegalHold",
            (false, false) => "s3:PutObjectLegalHold",
        }),
        S3Operation.RestoreObject => new("s3:RestoreObject"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The action that deletes an object or one of its versions.</summary>
    public static string Delete(bool hasVersion) => hasVersion ? "s3:DeleteObjectVersion" : "s3:DeleteObject";

    /// <summary>The action that reads an object or one of its versions.</summary>
    public static string Get(bool hasVersion) => hasVersion ? "s3:GetObjectVersion" : "s3:GetObject";

    /// <summary>The action that reads the tags of an object or of one of its versions.</summary>
    public static string GetTagging(bool hasVersion) => hasVersion ? "s3:GetObjectVersionTagging" : "s3:GetObjectTagging";

    /// <summary>
    /// Whether a deletion that is conditional tells something of the object, and so takes reading it too: with an ETag, not with <c>*</c>
    /// (AWS page "Enforce conditional deletes on Amazon S3 buckets").
    /// </summary>
    public static bool ComparesETag(string? condition) => condition?.Trim() is { Length: > 0 } and not "*";

    private static bool HasVersion(HttpRequest request) => request.QueryString.HasValue && request.Query.ContainsKey("versionId");

    private static bool HasAcl(HttpRequest request)
    {
        foreach (var name in s_aclHeaders)
        {
            if (request.Headers.ContainsKey(name))
            {
                return true;
            }
        }

        return false;
    }
}
