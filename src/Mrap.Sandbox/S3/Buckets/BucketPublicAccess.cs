using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>GetPublicAccessBlock, PutPublicAccessBlock and DeletePublicAccessBlock.</summary>
internal sealed class BucketPublicAccess : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetPublicAccessBlock", "GET", S3Scope.Bucket, "publicAccessBlock")
        {
            Actions = RequiredActions.Always("s3:GetBucketPublicAccessBlock"),
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("PutPublicAccessBlock", "PUT", S3Scope.Bucket, "publicAccessBlock")
        {
            Actions = RequiredActions.Always("s3:PutBucketPublicAccessBlock"),
            Handler = new S3Handler.Permitted(PutAsync),
        },
        new("DeletePublicAccessBlock", "DELETE", S3Scope.Bucket, "publicAccessBlock")
        {
            Actions = RequiredActions.Always("s3:PutBucketPublicAccessBlock"),
            Handler = new S3Handler.Permitted(DeleteAsync),
        },
    ];

    /// <summary>Answers the four switches.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var stored = request.Store.FindConfiguration(bucket.Name, BucketConfiguration.PublicAccessBlock)
            ?? throw S3Errors.NotFound(
                "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", bucket.Name.Value);
        var block = PublicAccessBlockDocument.Read(stored);
        return S3XmlAnswer.WriteAsync(request, PublicAccessBlockDocument.Root, writer => PublicAccessBlockDocument.WriteTo(writer, block));
    }

    /// <summary>Sets the four switches.</summary>
    public static async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var block =
            PublicAccessBlockDocument.ReadRequest(await XmlBody.ReadAsync(request, PublicAccessBlockDocument.Root, XmlBody.OrdinaryLimit));
        await request.Store.SetConfigurationAsync(
            bucket.Name, BucketConfiguration.PublicAccessBlock, PublicAccessBlockDocument.Write(block), request.Aborted());
        request.Http.Response.ContentLength = 0;
    }

    /// <summary>Removes the switches, which turns them off.</summary>
    public static async Task DeleteAsync(S3Request request, BucketRecord bucket)
    {
        await request.Store.SetConfigurationAsync(bucket.Name, BucketConfiguration.PublicAccessBlock, document: null, request.Aborted());
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
