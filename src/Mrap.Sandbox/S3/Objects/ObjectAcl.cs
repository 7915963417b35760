using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>GetObjectAcl and PutObjectAcl in a bucket whose owner owns all objects.</summary>
internal static class ObjectAcl
{
    /// <summary>Answers the list of a version.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        VersionLookup.Require(request, bucket, ObjectKey.Require(request));
        return AclAnswer.WriteAsync(request, bucket.Owner);
    }

    /// <summary>Accepts a list that changes nothing and refuses all others.</summary>
    public static Task PutAsync(S3Request request, BucketRecord bucket)
    {
        VersionLookup.Require(request, bucket, ObjectKey.Require(request));
        AttributeReader.CheckAcl(request);
        if (request.Header("x-amz-acl") is null)
        {
            throw S3Errors.AclNotSupported();
        }

        request.Http.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
