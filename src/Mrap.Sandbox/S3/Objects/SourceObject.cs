using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>The version a copy reads.</summary>
/// <param name="Store">The store that holds it.</param>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Version">The version.</param>
internal sealed record SourceObject(IRegionStore Store, BucketRecord Bucket, ObjectVersion Version)
{
    /// <summary>Finds what the copy source names and decides the preconditions put on it.</summary>
    /// <exception cref="S3Exception">It is not there, not for this caller, or a precondition does not hold.</exception>
    public static SourceObject Require(S3Request request, BucketAccess access, IRegionStores stores, CopySource source)
    {
        var location = access.RequireSource(request, source.Bucket);
        var store = stores.Get(location.Region);
        var versionId = source.VersionId is null ? null : VersionLookup.Check(source.VersionId);
        var version = store.FindObject(location.Bucket.Name, source.Key, versionId);
        if (version is null)
        {
            throw versionId is null ? S3Errors.NoSuchKey(source.Key) : S3Errors.NoSuchVersion(source.Key, versionId);
        }

        if (version.IsDeleteMarker)
        {
            throw versionId is null
                ? S3Errors.NoSuchKey(source.Key)
                : S3Errors.InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.");
        }

        var failed = ReadCondition.OfCopySource(request).Decide(version.ETag, version.LastModified) switch
        {
            ReadConditionOutcome.IfMatchFailed => "x-amz-copy-source-If-Match",
            ReadConditionOutcome.IfUnmodifiedSinceFailed => "x-amz-copy-source-If-Unmodified-Since",
            ReadConditionOutcome.NotModified when request.Header("x-amz-copy-source-if-none-match") is not null => "x-amz-copy-source-If-None-Match",
            ReadConditionOutcome.NotModified => "x-amz-copy-source-If-Modified-Since",
            ReadConditionOutcome.Holds => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return failed is null ? new SourceObject(store, location.Bucket, version) : throw S3Errors.PreconditionFailed(failed);
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
