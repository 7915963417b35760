using System.Collections.Immutable;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>GetBucketAcl and PutBucketAcl in a bucket whose owner owns all objects.</summary>
internal sealed class BucketAcl : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetBucketAcl", "GET", S3Scope.Bucket, "acl")
        {
            Actions = RequiredActions.Always("s3:GetBucketAcl"),
            Handler = new S3Handler.Permitted(GetAclAsync),
        },
        new("PutBucketAcl", "PUT", S3Scope.Bucket, "acl")
        {
            Actions = RequiredActions.Always("s3:PutBucketAcl"),
            Handler = new S3Handler.Permitted((request, _) => PutAclAsync(request)),
        },
    ];

    /// <summary>Answers the access control list.</summary>
    public static Task GetAclAsync(S3Request request, BucketRecord bucket) => AclAnswer.WriteAsync(request, bucket.Owner);

    /// <summary>Accepts a list that changes nothing and refuses all others.</summary>
    public static Task PutAclAsync(S3Request request)
    {
        AttributeReader.CheckAcl(request);
        if (request.Header("x-amz-acl") is null)
        {
            throw S3Errors.AclNotSupported();
        }

        request.Http.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
