using System.Collections.Immutable;
using System.Globalization;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>CompleteMultipartUpload.</summary>
internal sealed class CompleteMultipartUpload : IS3Operations
{
    private const long MinPartSize = 5L << 20;

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("CompleteMultipartUpload", "POST", S3Scope.Object, "uploadId")
        {
            Actions = RequiredActions.Always("s3:PutObject"),
            IsForAccessPoints = true,
            Family = RequestFamily.Post,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Makes the named parts the newest version of the key. Completing again what was completed gives the same answer.</summary>
    public static async Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var key = ObjectKey.Require(request);
        var uploadId = UploadLookup.UploadId(request);
        var condition = WriteConditionReader.Read(request);
        var bytes = await SmallBody.ReadUncheckedAsync(request, XmlBody.ListLimit);
        if (bytes.Length == 0)
        {
            throw ServiceErrors.InvalidRequest("You must specify at least one part");
        }

        var named = CompletedPart.ReadList(XmlBody.Parse(bytes, "CompleteMultipartUpload"), uploadId);
        var upload = UploadLookup.Find(request, bucket);
        if (upload is null)
        {
            await AnswerAgainAsync(request, bucket, key, named);
            return;
        }

        CheckType(request, upload);
        ImmutableArray<UploadedPart> parts;
        try
        {
            parts = Choose(request, upload, named);
        }
        catch (ServiceException) when (UploadLookup.Find(request, bucket) is null)
        {
            // Its parts went with it while they were looked up: it was completed or aborted meanwhile.
            await AnswerAgainAsync(request, bucket, key, named);
            return;
        }

        var eTag = MultipartETag.Compute([.. parts.Select(part => part.ETag)])
            ?? throw new InvalidOperationException("a stored part has an ETag that is no MD5");
        var checksum = MultipartChecksum.Compute(upload, parts);
        MultipartChecksum.Verify(request, checksum);
        CheckSize(request, parts.Sum(part => part.Size));
        var outcome = await request.Store.CompleteUploadAsync(upload, parts, eTag, [checksum], condition, request.Aborted());
        if (outcome is PutOutcome.NoSuchUpload)
        {
            await AnswerAgainAsync(request, bucket, key, named);
            return;
        }

        await AnswerAsync(request, bucket, WriteConditionReader.Written(request, outcome, condition, key));
    }

    private static ImmutableArray<UploadedPart> Choose(S3Request request, MultipartUpload upload, List<CompletedPart> named)
    {
        var stored = request.Store.ListParts(upload.UploadId, 0, PartNumber.Max).ToDictionary(part => part.Number);
        var chosen = ImmutableArray.CreateBuilder<UploadedPart>(named.Count);
        foreach (var wanted in named)
        {
            if (!stored.TryGetValue(wanted.Number, out var part) || !part.ETag.Equals(wanted.ETag, StringComparison.OrdinalIgnoreCase))
            {
                throw S3Errors.InvalidPart(upload.UploadId, wanted.Number, wanted.ETag);
            }

            CheckChecksums(upload, wanted, part);
            chosen.Add(part);
        }

        var parts = chosen.MoveToImmutable();
        CheckSizes(parts);
        return parts;
    }

    private static void CheckSizes(ImmutableArray<UploadedPart> parts)
    {
        foreach (var part in parts.AsSpan()[..^1])
        {
            if (part.Size < MinPartSize)
            {
                throw S3Errors.EntityTooSmall(part.Size, part.Number, part.ETag);
            }
        }
    }

    private static void CheckChecksums(MultipartUpload upload, CompletedPart wanted, UploadedPart part)
    {
        var algorithm = UploadLookup.Algorithm(upload);
        if (upload.ChecksumType == ChecksumType.Composite && !wanted.Checksums.ContainsKey(algorithm))
        {
            throw ServiceErrors.InvalidRequest(string.Create(
                CultureInfo.InvariantCulture,
                $"The upload was created using a {ChecksumNames.Name(algorithm).ToLowerInvariant()} checksum. The complete request must "
                    + $"include the checksum for each part. It was missing for part {wanted.Number} in the request."));
        }

        foreach (var checksum in part.Checksums)
        {
            if (wanted.Checksums.TryGetValue(checksum.Algorithm, out var given) && given != checksum.Value)
            {
                throw S3Errors.InvalidPart(upload.UploadId, wanted.Number, wanted.ETag);
            }
        }
    }

    private static void CheckType(S3Request request, MultipartUpload upload)
    {
        var stored = upload.ChecksumType ?? ChecksumType.FullObject;
        if (
            request.Header("x-amz-checksum-type") is { Length: > 0 } type
                && !type.Equals(ChecksumNames.Name(stored), StringComparison.OrdinalIgnoreCase))
        {
            throw ServiceErrors.InvalidRequest(
                $"The upload was created using the {ChecksumNames.Name(stored)} checksum mode. The complete request must use the same "
                    + "checksum mode.");
        }
    }

    private static void CheckSize(S3Request request, long size)
    {
        if (request.Header("x-amz-mp-object-size") is not { Length: > 0 } text)
        {
            return;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var expected) || expected != size)
        {
            throw ServiceErrors.InvalidRequest(string.Create(
                CultureInfo.InvariantCulture,
                $"The provided 'x-amz-mp-object-size' header value {text} does not match what was computed: {size}"));
        }
    }

    private static Task AnswerAgainAsync(S3Request request, BucketRecord bucket, string key, List<CompletedPart> named)
    {
        var eTag = MultipartETag.Compute([.. named.Select(part => part.ETag)]);
        var version = request.Store.FindObject(bucket.Name, key, versionId: null);
        return version is { IsDeleteMarker: false } && version.ETag == eTag
            ? AnswerAsync(request, bucket, version)
            : throw S3Errors.NoSuchUpload(UploadLookup.UploadId(request));
    }

    private static Task AnswerAsync(S3Request request, BucketRecord bucket, ObjectVersion version)
    {
        ObjectHeaders.WriteWritten(request, bucket, version);
        return S3XmlAnswer.WriteAsync(request, "CompleteMultipartUploadResult", writer =>
        {
            var host = request.AccessPoint is { } accessPoint
                ? $"{accessPoint.Point.Alias}.accesspoint.s3-global.amazonaws.com"
                : $"{bucket.Name}.s3.{request.Region}.amazonaws.com";
            writer.Element("Location", $"https://{host}/{Uri.EscapeDataString(version.Key)}");
            writer.Element("Bucket", bucket.Name.Value);
            writer.Element("Key", version.Key);
            writer.Element("ETag", ETags.Quote(version.ETag));
            ChecksumElements.Write(writer, version.Checksums);
        });
    }
}
