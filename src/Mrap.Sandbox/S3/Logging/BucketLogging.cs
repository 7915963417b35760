using System.Collections.Immutable;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>GetBucketLogging and PutBucketLogging.</summary>
internal sealed class BucketLogging(RegionStores stores) : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetBucketLogging", "GET", S3Scope.Bucket, LoggingDocument.Kind)
        {
            Actions = RequiredActions.Always("s3:GetBucketLogging"),
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("PutBucketLogging", "PUT", S3Scope.Bucket, LoggingDocument.Kind)
        {
            Actions = RequiredActions.Always("s3:PutBucketLogging"),
            Handler = new S3Handler.Permitted(PutAsync),
        },
    ];

    private static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var destination = LoggingDocument.Stored(request.Store.FindConfiguration(bucket.Name, LoggingDocument.Kind));
        return S3XmlAnswer.WriteAsync(request, LoggingDocument.Root, writer =>
        {
            if (destination is not null)
            {
                LoggingDocument.WriteTo(writer, destination);
            }
        });
    }

    private async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var destination = LoggingDocument.Read(await XmlBody.ReadAsync(request, LoggingDocument.Root, XmlBody.OrdinaryLimit));
        if (destination is not null)
        {
            Check(destination, request, bucket);
        }

        await request.Store.SetConfigurationAsync(
            bucket.Name, LoggingDocument.Kind, destination is null ? null : LoggingDocument.Write(destination), request.Aborted());
        request.Http.Response.ContentLength = 0;
    }

    private void Check(LogDestination destination, S3Request request, BucketRecord bucket)
    {
        var target = stores.FindBucket(destination.Bucket);
        if (target is null || target.Bucket.Owner != bucket.Owner)
        {
            throw LoggingDocument.InvalidTarget(destination.Bucket.Value);
        }

        if (target.Region != request.Region)
        {
            throw ServiceException.Of(
                403, "CrossLocationLoggingProhibited",
                "Cross-Region logging is not allowed. Buckets in one AWS Region cannot log information to a bucket in another Region.",
                ("SourceBucketLocation", request.Region.Value), ("TargetBucketLocation", target.Region.Value));
        }
    }
}
