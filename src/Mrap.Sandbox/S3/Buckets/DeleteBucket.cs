using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>DeleteBucket.</summary>
internal sealed class DeleteBucket(RegionStores stores, IAccessPointMembership membership) : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("DeleteBucket", "DELETE", S3Scope.Bucket)
        {
            Actions = RequiredActions.Always("s3:DeleteBucket"),
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Deletes an empty bucket that no access point of its account holds on to.</summary>
    public async Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        if (membership.HeldBy(bucket.Name, bucket.Owner) is not null)
        {
            throw S3Errors.BucketHasAccessPoints(bucket.Name.Value);
        }

        switch (await stores.DeleteBucketAsync(bucket.Name, request.Aborted()))
        {
            case DeleteBucketOutcome.Deleted:
                request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case DeleteBucketOutcome.NoSuchBucket:
                throw S3Errors.NoSuchBucket(bucket.Name.Value);
            case DeleteBucketOutcome.NotEmpty:
                throw S3Errors.Conflict("BucketNotEmpty", NotEmptyMessage(bucket), bucket.Name.Value);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string NotEmptyMessage(BucketRecord bucket) => bucket.Versioning == VersioningState.Unversioned
        ? "The bucket you tried to delete is not empty"
        : "The bucket you tried to delete is not empty. You must delete all versions in the bucket.";
}
