using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>The version a copy reads.</summary>
/// <param name="Source">Where it is.</param>
internal sealed record SourceObject(S3Target Source, ObjectVersion Version)
{
    /// <summary>The store that holds it.</summary>
    public RegionStore Store => Source.Store;

    /// <summary>Its bucket.</summary>
    public BucketRecord Bucket => Source.Bucket;

    /// <summary>Finds what the copy source names and decides the preconditions put on it.</summary>
    /// <exception cref="ServiceException">It is not there, not for this caller, or a precondition does not hold.</exception>
    public static SourceObject Require(S3Request request, BucketAccess access, CopySource source)
    {
        var versionId = source.VersionId is null ? null : VersionIds.Check(source.VersionId);
        var location = access.RequireSource(request, source.Bucket, source.Key, versionId);
        var version = location.Store.FindObject(location.Bucket.Name, source.Key, versionId);
        if (version is null or { IsDeleteMarker: true })
        {
            access.RequireSourceKnowledge(request, location);
        }

        if (version is null)
        {
            throw versionId is null ? S3Errors.NoSuchKey(source.Key) : S3Errors.NoSuchVersion(source.Key, versionId);
        }

        if (version.IsDeleteMarker)
        {
            throw versionId is null
                ? S3Errors.NoSuchKey(source.Key)
                : ServiceErrors.InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.");
        }

        var failed = ReadCondition.OfCopySource(request).Decide(version.ETag, version.LastModified) switch
        {
            ReadConditionOutcome.IfMatchFailed => "x-amz-copy-source-If-Match",
            ReadConditionOutcome.IfUnmodifiedSinceFailed => "x-amz-copy-source-If-Unmodified-Since",
            ReadConditionOutcome.NotModified when request.Header("x-amz-copy-source-if-none-match") is not null =>
                "x-amz-copy-source-If-None-Match",
            ReadConditionOutcome.NotModified => "x-amz-copy-source-If-Modified-Since",
            ReadConditionOutcome.Holds => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return failed is null ? new SourceObject(location, version) : throw S3Errors.PreconditionFailed(failed);
    }

    /// <summary>Writes which version was copied.</summary>
    public void WriteVersion(S3Request request)
    {
        if (Bucket.Versioning != VersioningState.Unversioned)
        {
            request.Http.Response.Headers["x-amz-copy-source-version-id"] = Version.VersionId;
        }
    }
}
