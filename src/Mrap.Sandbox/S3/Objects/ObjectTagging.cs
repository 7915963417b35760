using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>GetObjectTagging, PutObjectTagging and DeleteObjectTagging.</summary>
internal sealed class ObjectTagging(BucketAccess access)
{
    /// <summary>Answers the tags of a version.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var version = VersionLookup.Require(request, bucket, ObjectKey.Require(request));
        WriteVersion(request, bucket, version);
        return TaggingAnswer.WriteAsync(request, version.Attributes.Tags);
    }

    /// <summary>Replaces the tags of a version; policies may depend on the new tags.</summary>
    public async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var tags = TagSet.ReadObjectTags(await XmlBody.ReadAsync(request, "Tagging", XmlBody.OrdinaryLimit));
        access.Require(request, S3Operation.PutObjectTagging, bucket, tags);
        await SetAsync(request, bucket, tags);
        request.Http.Response.ContentLength = 0;
    }

    /// <summary>Removes the tags of a version.</summary>
    public async Task DeleteAsync(S3Request request, BucketRecord bucket)
    {
        access.Require(request, S3Operation.DeleteObjectTagging, bucket);
        await SetAsync(request, bucket, ImmutableSortedDictionary<string, string>.Empty);
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task SetAsync(S3Request request, BucketRecord bucket, ImmutableSortedDictionary<string, string> tags)
    {
        var key = ObjectKey.Require(request);
        var version = Find(request, bucket, key);
        if (!await request.Store.SetTagsAsync(bucket.Name, key, version.VersionId, tags, request.Aborted()))
        {
            throw S3Errors.NoSuchKey(key);
        }

        WriteVersion(request, bucket, version);
    }

    private ObjectVersion Find(S3Request request, BucketRecord bucket, string key)
    {
        try
        {
            return VersionLookup.Require(request, bucket, key);
        }
        catch (ServiceException missing) when (missing.Error.Code is "NoSuchKey" or "NoSuchVersion")
        {
            access.RequireKnowledge(request, bucket);
            throw;
        }
    }

    private static void WriteVersion(S3Request request, BucketRecord bucket, ObjectVersion version)
    {
        if (bucket.Versioning != VersioningState.Unversioned)
        {
            request.Http.Response.Headers[ObjectHeaders.VersionId] = version.VersionId;
        }
    }
}
