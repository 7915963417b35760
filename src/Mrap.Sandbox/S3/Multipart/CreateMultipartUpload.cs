using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Checksums;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>CreateMultipartUpload.</summary>
internal sealed class CreateMultipartUpload : IS3Operations
{
    private const string AlgorithmHeader = "x-amz-checksum-algorithm";
    private const string TypeHeader = "x-amz-checksum-type";

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("CreateMultipartUpload", "POST", S3Scope.Object, "uploads")
        {
            Actions = ObjectActions.Write,
            IsForAccessPoints = true,
            Family = RequestFamily.Post,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Starts an upload.</summary>
    public static async Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var key = ObjectKey.Require(request);
        var attributes = AttributeReader.Read(request, bucket.Owner);
        var (algorithm, type) = ReadChecksum(request);
        var upload = await request.Store.CreateUploadAsync(bucket.Name, key, attributes, algorithm, type, request.Aborted())
            ?? throw S3Errors.NoSuchBucket(request.BucketText);
        var headers = request.Http.Response.Headers;
        headers[AttributeReader.Encryption] = "AES256";
        if (algorithm is { } named && type is { } over)
        {
            headers[AlgorithmHeader] = ChecksumNames.Name(named);
            headers[TypeHeader] = ChecksumNames.Name(over);
        }

        await S3XmlAnswer.WriteAsync(request, "InitiateMultipartUploadResult", writer =>
        {
            writer.Element("Bucket", bucket.Name.Value);
            writer.Element("Key", key);
            writer.Element("UploadId", upload.UploadId);
        });
    }

    /// <summary>Reads algorithm and type; which go together is told by the AWS page "Checking object integrity".</summary>
    private static (ChecksumAlgorithm? Algorithm, ChecksumType? Type) ReadChecksum(S3Request request)
    {
        ChecksumType? type = request.Header(TypeHeader) switch
        {
            null or "" => null,
            var text when text.Equals("FULL_OBJECT", StringComparison.OrdinalIgnoreCase) => ChecksumType.FullObject,
            var text when text.Equals("COMPOSITE", StringComparison.OrdinalIgnoreCase) => ChecksumType.Composite,
            _ => throw ServiceErrors.InvalidRequest("Value for x-amz-checksum-type header is invalid."),
        };
        if (request.Header(AlgorithmHeader) is not { Length: > 0 } name)
        {
            return type is null
                ? (null, null)
                : throw ServiceErrors.InvalidRequest(
                    "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }

        var algorithm = ChecksumNames.Parse(name) ?? throw ServiceErrors.InvalidRequest(ChecksumNames.Unsupported);
        var chosen = type ?? (algorithm == ChecksumAlgorithm.Crc64Nvme ? ChecksumType.FullObject : ChecksumType.Composite);
        var isPossible = chosen switch
        {
            ChecksumType.FullObject => CrcCombination.IsCombinable(algorithm),
            ChecksumType.Composite => algorithm != ChecksumAlgorithm.Crc64Nvme,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return isPossible
            ? (algorithm, chosen)
            : throw ServiceErrors.InvalidRequest(
                $"The {ChecksumNames.Name(chosen)} checksum type cannot be used with the "
                    + $"{ChecksumNames.Name(algorithm).ToLowerInvariant()} checksum algorithm.");
    }
}
