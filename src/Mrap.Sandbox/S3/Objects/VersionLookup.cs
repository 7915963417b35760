using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Finds the version a request means.</summary>
internal static class VersionLookup
{
    private const int VersionIdLength = 32;

    /// <summary>The version ID of the query; null when there is none.</summary>
    /// <exception cref="ServiceException">It is no version ID.</exception>
    public static string? Read(S3Request request) => request.Query("versionId") is { } text ? Check(text) : null;

    /// <summary>Gives a version ID back when it has the form of one.</summary>
    /// <exception cref="ServiceException">It is no version ID.</exception>
    public static string Check(string versionId)
    {
        if (versionId.Length == 0)
        {
            throw S3Errors.InvalidArgument("Version id cannot be the empty string", "versionId", string.Empty);
        }

        foreach (var c in versionId)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-'))
            {
                throw Invalid(versionId);
            }
        }

        return versionId == "null" || versionId.Length == VersionIdLength ? versionId : throw Invalid(versionId);
    }

    /// <summary>The version a read of an object means, which is never a delete marker.</summary>
    /// <exception cref="ServiceException">There is none, or it is a delete marker.</exception>
    public static ObjectVersion Require(S3Request request, BucketRecord bucket, string key)
    {
        var versionId = Read(request);
        var version = request.Store.FindObject(bucket.Name, key, versionId);
        if (version is null)
        {
            throw versionId is null ? S3Errors.NoSuchKey(key) : S3Errors.NoSuchVersion(key, versionId);
        }

        if (!version.IsDeleteMarker)
        {
            return version;
        }

        throw versionId is null
            ? S3Errors.NoSuchKeyBehindMarker(key, bucket.Versioning == VersioningState.Unversioned ? null : version.VersionId)
            : S3Errors.DeleteMarkerNotAllowed(request.Http.Request.Method, versionId, version.LastModified);
    }

    private static ServiceException Invalid(string versionId) =>
        S3Errors.InvalidArgument("Invalid version id specified", "versionId", versionId);
}
