using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>
/// Finds the version a request means. That it is not there is told only to those who may know: who may not list the bucket learns that
/// access is denied (AWS page "GetObject").
/// </summary>
internal sealed class ObjectLookup(BucketAccess access)
{
    /// <summary>The version a read of the object means, which is never a delete marker.</summary>
    /// <exception cref="ServiceException">There is none, it is a delete marker, or the caller may not know either.</exception>
    public ObjectVersion Require(S3Request request, BucketRecord bucket)
    {
        var key = ObjectKey.Require(request);
        var versionId = VersionIds.Read(request);
        var version = request.Store.FindObject(bucket.Name, key, versionId);
        if (version is null)
        {
            access.RequireKnowledge(request, bucket);
            throw versionId is null ? S3Errors.NoSuchKey(key) : S3Errors.NoSuchVersion(key, versionId);
        }

        if (!version.IsDeleteMarker)
        {
            return version;
        }

        if (versionId is not null)
        {
            throw S3Errors.DeleteMarkerNotAllowed(request.Http.Request.Method, versionId, version.LastModified);
        }

        access.RequireKnowledge(request, bucket);
        throw S3Errors.NoSuchKeyBehindMarker(key, bucket.Versioning == VersioningState.Unversioned ? null : version.VersionId);
    }
}
