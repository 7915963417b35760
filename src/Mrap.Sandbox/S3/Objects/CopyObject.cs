using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>CopyObject.</summary>
internal sealed class CopyObject(BucketAccess access) : IS3Operations
{
    private const string SameObject =
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage "
            + "class, website redirect location or encryption attributes.";

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("CopyObject", "PUT", S3Scope.Object)
        {
            When = CopySource.IsIn,
            CheckQuery = PutObject.CheckQuery,
            Actions = ObjectActions.Write,
            IsForAccessPoints = true,
            Family = RequestFamily.Put,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Copies a version, from any Region, to be the newest version of the key.</summary>
    public async Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var key = ObjectKey.Require(request);
        var source = CopySource.Require(request);
        var given = AttributeReader.Read(request, bucket.Owner);
        var condition = WriteConditionReader.Read(request);
        var replacesMetadata = ReadDirective(request, "x-amz-metadata-directive");
        var replacesTags = ReadDirective(request, "x-amz-tagging-directive");
        var from = SourceObject.Require(request, access, source);
        if (!replacesTags && !from.Version.Attributes.Tags.IsEmpty)
        {
            RequireTags(request, bucket, key, from);
        }

        if (from.Version.Size > PutObject.MaxSize)
        {
            throw ServiceErrors.InvalidRequest(
                $"The specified copy source is larger than the maximum allowable size for a copy source: {PutObject.MaxSize}");
        }

        if (
            from.Bucket.Name == bucket.Name
                && source.Key == key
                && source.VersionId is null
                && !replacesMetadata
                && !ChangesSomething(request))
        {
            throw ServiceErrors.InvalidRequest(SameObject);
        }

        var attributes = Combine(request, from.Version.Attributes, given, replacesMetadata, replacesTags);
        var algorithm = ChooseChecksum(request, from.Version);
        await using var content = from.Store.OpenRead(from.Version, 0, from.Version.Size);
        await using var body = await request.Store.StageAsync(content, [algorithm], from.Version.Size, request.Aborted());
        var outcome = await request.Store.PutObjectAsync(bucket.Name, key, body, attributes, condition, request.Aborted());
        var version = WriteConditionReader.Written(request, outcome, condition, key);

        from.WriteVersion(request);
        ObjectHeaders.WriteWritten(request, bucket, version);
        await S3XmlAnswer.WriteAsync(request, "CopyObjectResult", writer =>
        {
            writer.Element("LastModified", version.LastModified);
            writer.Element("ETag", ETags.Quote(version.ETag));
            ChecksumElements.Write(writer, version.Checksums);
        });
    }

    // Tags come along only with whoever may read them there and set them here (AWS page "CopyObject").
    private void RequireTags(S3Request request, BucketRecord bucket, string key, SourceObject from)
    {
        access.RequireSource(request, from.Source, ObjectActions.GetTagging(from.Source.VersionId is not null));
        var result = access.Decide(request, ObjectActions.PutTagging, bucket, key, versionId: null, from.Version.Attributes.Tags);
        if (!result.IsAllowed)
        {
            throw result.Refusal();
        }
    }

    private static bool ReadDirective(S3Request request, string header) => request.Header(header) switch
    {
        null or "" or "COPY" => false,
        "REPLACE" => true,
        var other => throw S3Errors.InvalidArgument("Unknown directive.", header, other),
    };

    private static bool ChangesSomething(S3Request request) =>
        request.Header(AttributeReader.StorageClass) is not null
        || request.Header(AttributeReader.Encryption) is not null
        || request.Header(AttributeReader.WebsiteRedirect) is not null
        || request.Header("x-amz-checksum-algorithm") is not null;

    private static ObjectAttributes Combine(
        S3Request request, ObjectAttributes source, ObjectAttributes given, bool replacesMetadata, bool replacesTags)
    {
        var tags = replacesTags ? given.Tags : source.Tags;
        if (replacesMetadata)
        {
            return given with { Tags = tags };
        }

        var headers = source.Headers.Remove(AttributeReader.StorageClass).Remove(AttributeReader.WebsiteRedirect);
        foreach (var name in (ReadOnlySpan<string>)[AttributeReader.StorageClass, AttributeReader.WebsiteRedirect])
        {
            if (request.Header(name) is not null && given.Headers.TryGetValue(name, out var value))
            {
                headers = headers.SetItem(name, value);
            }
        }

        return given with { Headers = headers, Metadata = source.Metadata, Tags = tags };
    }

    private static ChecksumAlgorithm ChooseChecksum(S3Request request, ObjectVersion source)
    {
        if (request.Header("x-amz-checksum-algorithm") is { Length: > 0 } name)
        {
            return ChecksumNames.Parse(name) ?? throw ServiceErrors.InvalidRequest(ChecksumNames.Unsupported);
        }

        return source.Checksums.IsEmpty ? ChecksumAlgorithm.Crc64Nvme : source.Checksums[0].Algorithm;
    }
}
