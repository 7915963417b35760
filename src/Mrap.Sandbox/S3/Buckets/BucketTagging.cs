using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>GetBucketTagging, PutBucketTagging and DeleteBucketTagging.</summary>
internal sealed class BucketTagging : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetBucketTagging", "GET", S3Scope.Bucket, "tagging")
        {
            Actions = RequiredActions.Always("s3:GetBucketTagging"),
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("PutBucketTagging", "PUT", S3Scope.Bucket, "tagging")
        {
            Actions = RequiredActions.Always("s3:PutBucketTagging"),
            Handler = new S3Handler.Permitted(PutAsync),
        },
        new("DeleteBucketTagging", "DELETE", S3Scope.Bucket, "tagging")
        {
            Actions = RequiredActions.Always("s3:PutBucketTagging"),
            Handler = new S3Handler.Permitted(DeleteAsync),
        },
    ];

    /// <summary>Answers the tags.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var stored = request.Store.FindConfiguration(bucket.Name, BucketConfiguration.Tagging)
            ?? throw S3Errors.NotFound("NoSuchTagSet", "The TagSet does not exist", bucket.Name.Value);
        return TaggingAnswer.WriteAsync(request, BucketConfiguration.ReadTags(stored));
    }

    /// <summary>Replaces the tags.</summary>
    public static async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var tags = TagSet.ReadBucketTags(await XmlBody.ReadAsync(request, "Tagging", XmlBody.OrdinaryLimit));
        var document = tags.IsEmpty ? null : BucketConfiguration.WriteTags(tags);
        await request.Store.SetConfigurationAsync(bucket.Name, BucketConfiguration.Tagging, document, request.Aborted());
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Removes the tags.</summary>
    public static async Task DeleteAsync(S3Request request, BucketRecord bucket)
    {
        await request.Store.SetConfigurationAsync(bucket.Name, BucketConfiguration.Tagging, document: null, request.Aborted());
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
