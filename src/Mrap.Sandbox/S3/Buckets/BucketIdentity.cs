using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>HeadBucket and GetBucketLocation.</summary>
internal sealed class BucketIdentity : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("HeadBucket", "HEAD", S3Scope.Bucket)
        {
            Actions = RequiredActions.Always(BucketActions.List),
            Family = RequestFamily.Head,
            TellsRegion = true,
            Handler = new S3Handler.Permitted(HeadAsync),
        },
        new("GetBucketLocation", "GET", S3Scope.Bucket, "location")
        {
            Actions = RequiredActions.Always("s3:GetBucketLocation"),
            Handler = new S3Handler.Permitted((request, _) => GetLocationAsync(request)),
        },
    ];

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
}
