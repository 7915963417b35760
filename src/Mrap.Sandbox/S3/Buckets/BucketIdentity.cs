using Mrap.Core.Regions;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>HeadBucket, GetBucketLocation and the access control list of a bucket.</summary>
internal static class BucketIdentity
{
    /// <summary>Answers that the bucket is there and where.</summary>
    public static Task HeadAsync(S3Request request, BucketRecord bucket)
    {
        var response = request.Http.Response;
        response.Headers[S3Headers.BucketRegion] = request.Region.Value;
        response.Headers["x-amz-access-point-alias"] = "false";
        response.Headers["x-amz-bucket-arn"] = bucket.Name.Arn;
        response.ContentType = "application/xml";
        return Task.CompletedTask;
    }

    /// <summary>Answers the location constraint, which is empty for us-east-1.</summary>
    public static Task GetLocationAsync(S3Request request) => S3XmlAnswer.WriteAsync(request, "LocationConstraint", writer =>
    {
        if (request.Region != RegionCatalog.Default)
        {
            writer.WriteString(request.Region.Value);
        }
    });

    /// <summary>Answers the access control list.</summary>
    public static Task GetAclAsync(S3Request request, BucketRecord bucket) => AclAnswer.WriteAsync(request, bucket.Owner);

    /// <summary>Accepts a list that changes nothing and refuses all others.</summary>
    public static Task PutAclAsync(S3Request request)
    {
        Objects.AttributeReader.CheckAcl(request);
        if (request.Header("x-amz-acl") is null)
        {
            throw S3Errors.AclNotSupported();
        }

        request.Http.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
