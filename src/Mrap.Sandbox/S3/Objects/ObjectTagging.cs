using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>GetObjectTagging, PutObjectTagging and DeleteObjectTagging.</summary>
internal sealed class ObjectTagging(BucketAccess access, ObjectLookup lookup) : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetObjectTagging", "GET", S3Scope.Object, "tagging")
        {
            Actions = ObjectActions.ByVersion("s3:GetObjectTagging", "s3:GetObjectVersionTagging"),
            IsForAccessPoints = true,
            Family = RequestFamily.Get,
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("PutObjectTagging", "PUT", S3Scope.Object, "tagging")
        {
            Actions = ObjectActions.ByVersion(ObjectActions.PutTagging, "s3:PutObjectVersionTagging"),
            IsForAccessPoints = true,
            Family = RequestFamily.Put,
            Handler = new S3Handler.Deciding(PutAsync),
        },
        new("DeleteObjectTagging", "DELETE", S3Scope.Object, "tagging")
        {
            Actions = ObjectActions.ByVersion("s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging"),
            IsForAccessPoints = true,
            Family = RequestFamily.Delete,
            Handler = new S3Handler.Deciding(DeleteAsync),
        },
    ];

    /// <summary>Answers the tags of a version.</summary>
    public Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var version = lookup.Require(request, bucket);
        WriteVersion(request, bucket, version);
        return TaggingAnswer.WriteAsync(request, version.Attributes.Tags);
    }

    /// <summary>Replaces the tags of a version; policies may depend on the new tags.</summary>
    public async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var tags = TagSet.ReadObjectTags(await XmlBody.ReadAsync(request, "Tagging", XmlBody.OrdinaryLimit));
        access.Require(request, bucket, tags);
        await SetAsync(request, bucket, tags);
        request.Http.Response.ContentLength = 0;
    }

    /// <summary>Removes the tags of a version.</summary>
    public async Task DeleteAsync(S3Request request, BucketRecord bucket)
    {
        access.Require(request, bucket);
        await SetAsync(request, bucket, ImmutableSortedDictionary<string, string>.Empty);
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task SetAsync(S3Request request, BucketRecord bucket, ImmutableSortedDictionary<string, string> tags)
    {
        var version = lookup.Require(request, bucket);
        var key = ObjectKey.Require(request);
        if (!await request.Store.SetTagsAsync(bucket.Name, key, version.VersionId, tags, request.Aborted()))
        {
            throw S3Errors.NoSuchKey(key);
        }

        WriteVersion(request, bucket, version);
    }

    private static void WriteVersion(S3Request request, BucketRecord bucket, ObjectVersion version)
    {
        if (bucket.Versioning != VersioningState.Unversioned)
        {
            request.Http.Response.Headers[ObjectHeaders.VersionId] = version.VersionId;
        }
    }
}
