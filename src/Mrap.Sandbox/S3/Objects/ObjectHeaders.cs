using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Writes what is known of a version into the headers of an answer.</summary>
internal static class ObjectHeaders
{
    /// <summary>The header of a version ID.</summary>
    public const string VersionId = "x-amz-version-id";

    /// <summary>Writes tag, date, version, encryption and everything the writer gave.</summary>
    /// <param name="overrides">Headers the client wants to have instead.</param>
    public static void WriteAll(
        S3Request request, BucketRecord bucket, ObjectVersion version, IReadOnlyList<KeyValuePair<string, string>> overrides)
    {
        var headers = request.Http.Response.Headers;
        WriteValidators(headers, bucket, version);
        headers.AcceptRanges = "bytes";
        foreach (var (name, value) in version.Attributes.Headers)
        {
            if (name != AttributeReader.StorageClass || value != "STANDARD")
            {
                headers[name] = HeaderText.Encode(value);
            }
        }

        headers[AttributeReader.Encryption] = "AES256";
        foreach (var (name, value) in version.Attributes.Metadata)
        {
            headers["x-amz-meta-" + name] = HeaderText.Encode(value);
        }

        if (version.Replication.Header is { } status)
        {
            headers["x-amz-replication-status"] = status;
        }

        if (!version.Attributes.Tags.IsEmpty)
        {
            headers["x-amz-tagging-count"] = version.Attributes.Tags.Count.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in overrides)
        {
            headers[name] = value;
        }
    }

    /// <summary>Writes tag, date and version ID: what a 304 carries.</summary>
    public static void WriteValidators(IHeaderDictionary headers, BucketRecord bucket, ObjectVersion version)
    {
        headers.ETag = ETags.Quote(version.ETag);
        headers.LastModified = version.LastModified.ToString("R", CultureInfo.InvariantCulture);
        if (bucket.Versioning != VersioningState.Unversioned)
        {
            headers[VersionId] = version.VersionId;
        }
    }

    /// <summary>Writes the checksums of a body and their type.</summary>
    public static void WriteChecksums(IHeaderDictionary headers, IReadOnlyList<ObjectChecksum> checksums)
    {
        foreach (var checksum in checksums)
        {
            headers[ChecksumNames.Header(checksum.Algorithm)] = checksum.Value;
            headers["x-amz-checksum-type"] = ChecksumNames.Name(checksum.Type);
        }
    }

    /// <summary>Writes what the answer to a write carries.</summary>
    public static void WriteWritten(S3Request request, BucketRecord bucket, ObjectVersion version)
    {
        var headers = request.Http.Response.Headers;
        headers[AttributeReader.Encryption] = "AES256";
        if (bucket.Versioning == VersioningState.Enabled)
        {
            headers[VersionId] = version.VersionId;
        }
    }
}
