using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>UploadPart and UploadPartCopy.</summary>
internal sealed class UploadPart(BucketAccess access) : IS3Operations
{
    private const string RangeHeader = "x-amz-copy-source-range";

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("UploadPartCopy", "PUT", S3Scope.Object, "uploadId")
        {
            When = CopySource.IsIn,
            CheckQuery = CheckQuery,
            Actions = RequiredActions.Always("s3:PutObject"),
            Family = RequestFamily.Put,
            Handler = new S3Handler.Permitted(CopyAsync),
        },
        new("UploadPart", "PUT", S3Scope.Object, "uploadId")
        {
            CheckQuery = CheckQuery,
            Actions = RequiredActions.Always("s3:PutObject"),
            IsForAccessPoints = true,
            Family = RequestFamily.Put,
            Handler = new S3Handler.Permitted(PutAsync),
        },
    ];

    /// <summary>Stores the body as a part.</summary>
    public static async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var number = UploadLookup.PartNumber(request);
        var upload = UploadLookup.Require(request, bucket);
        var declared = DeclaredChecksum.Read(request);
        CheckAlgorithm(upload, declared);
        var algorithm = UploadLookup.Algorithm(upload);
        ChecksumAlgorithm[] wanted = declared.Algorithm == algorithm ? [algorithm] : [algorithm, declared.Algorithm];
        await using var body = await PutObject.StageAsync(request, declared, wanted);
        var part = await StoreAsync(request, upload, number, body);

        var response = request.Http.Response;
        response.Headers.ETag = ETags.Quote(part.ETag);
        response.Headers[AttributeReader.Encryption] = "AES256";
        foreach (var checksum in body.Checksums)
        {
            if ((declared.IsNamed && checksum.Algorithm == declared.Algorithm) || checksum.Algorithm == upload.Checksum)
            {
                response.Headers[ChecksumNames.Header(checksum.Algorithm)] = checksum.Value;
            }
        }

        response.ContentLength = 0;
    }

    /// <summary>Stores a range of an object, from any Region, as a part.</summary>
    public async Task CopyAsync(S3Request request, BucketRecord bucket)
    {
        var number = UploadLookup.PartNumber(request);
        var upload = UploadLookup.Require(request, bucket);
        var from = SourceObject.Require(request, access, CopySource.Require(request));
        var range = ReadRange(request, from.Version.Size);
        if (range.Length > PutObject.MaxSize)
        {
            throw ServiceErrors.InvalidRequest(
                $"The specified copy source is larger than the maximum allowable size for a copy source: {PutObject.MaxSize}");
        }

        await using var content = from.Store.OpenRead(from.Version, range.Offset, range.Length);
        await using var body = await request.Store.StageAsync(content, [UploadLookup.Algorithm(upload)], range.Length, request.Aborted());
        var part = await StoreAsync(request, upload, number, body);
        from.WriteVersion(request);
        request.Http.Response.Headers[AttributeReader.Encryption] = "AES256";
        await S3XmlAnswer.WriteAsync(request, "CopyPartResult", writer =>
        {
            writer.Element("LastModified", part.LastModified);
            writer.Element("ETag", ETags.Quote(part.ETag));
            if (upload.Checksum is not null)
            {
                ChecksumElements.WriteValues(writer, part.Checksums);
            }
        });
    }

    private static void CheckQuery(HttpRequest request)
    {
        if (!request.Query.ContainsKey("partNumber"))
        {
            throw S3Errors.InvalidArgument(
                "This operation does not accept uploadId without partNumber", "uploadId", request.Query["uploadId"].ToString());
        }
    }

    private static void CheckAlgorithm(MultipartUpload upload, DeclaredChecksum declared)
    {
        if (upload.Checksum is { } expected && declared.IsNamed && declared.Algorithm != expected)
        {
            throw ServiceErrors.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {ChecksumNames.Name(expected).ToLowerInvariant()}, actual "
                    + $"checksum Type: {ChecksumNames.Name(declared.Algorithm).ToLowerInvariant()}");
        }
    }

    private static async Task<UploadedPart> StoreAsync(S3Request request, MultipartUpload upload, int number, StagedBody body) =>
        await request.Store.PutPartAsync(upload.UploadId, number, body, request.Aborted()) ?? throw S3Errors.NoSuchUpload(upload.UploadId);

    private static ByteRange ReadRange(S3Request request, long size)
    {
        if (request.Header(RangeHeader) is not { } header)
        {
            return new ByteRange(0, size);
        }

        var range = ByteRange.ReadStrict(header) ?? throw S3Errors.InvalidArgument(
            "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of "
                + "the first and last bytes to copy",
            RangeHeader,
            header);
        return range.Offset + range.Length <= size
            ? range
            : throw S3Errors.InvalidArgument(
                $"Range specified is not valid for source object of size: {size.ToString(CultureInfo.InvariantCulture)}", RangeHeader,
                header);
    }
}
