using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>AbortMultipartUpload.</summary>
internal sealed class AbortMultipartUpload : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("AbortMultipartUpload", "DELETE", S3Scope.Object, "uploadId")
        {
            Actions = RequiredActions.Always("s3:AbortMultipartUpload"),
            IsForAccessPoints = true,
            Family = RequestFamily.Delete,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Drops an upload and its parts.</summary>
    public static async Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var upload = UploadLookup.Require(request, bucket);
        if (!await request.Store.AbortUploadAsync(upload.UploadId, request.Aborted()))
        {
            throw S3Errors.NoSuchUpload(upload.UploadId);
        }

        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
