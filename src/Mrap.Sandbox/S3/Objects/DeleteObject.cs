using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>DeleteObject.</summary>
internal sealed class DeleteObject : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("DeleteObject", "DELETE", S3Scope.Object)
        {
            Actions = Actions,
            IsForAccessPoints = true,
            Family = RequestFamily.Delete,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Removes a version or adds a delete marker.</summary>
    public static async Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var key = ObjectKey.Require(request);
        var versionId = VersionIds.Read(request);
        var condition = request.Http.Request.Headers.IfMatch.Count > 0
            ? new WriteCondition(ETags.Unquote(request.Http.Request.Headers.IfMatch.ToString()), IfNoneMatch: false)
            : WriteCondition.None;
        var outcome = await request.Store.DeleteObjectAsync(bucket.Name, key, versionId, condition, request.Aborted());
        var deleted = outcome switch
        {
            DeleteOutcome.Deleted done => done,
            DeleteOutcome.NoSuchBucket => throw S3Errors.NoSuchBucket(request.BucketText),
            DeleteOutcome.PreconditionFailed => throw S3Errors.PreconditionFailed("If-Match"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        var response = request.Http.Response;
        response.StatusCode = StatusCodes.Status204NoContent;
        if (deleted.IsDeleteMarker)
        {
            response.Headers["x-amz-delete-marker"] = "true";
        }

        if (deleted.VersionId is not null && (deleted.IsDeleteMarker || versionId is not null))
        {
            response.Headers[ObjectHeaders.VersionId] = deleted.VersionId;
        }
    }

    private static RequiredActions Actions(HttpRequest request)
    {
        var hasVersion = ObjectActions.HasVersion(request);
        return new(
            ObjectActions.Delete(hasVersion),
            ObjectActions.ComparesETag(request.Headers.IfMatch.ToString()) ? ObjectActions.Get(hasVersion) : null);
    }
}
