using System.Globalization;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Checksums;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>
/// The checksum of a multipart object, made from those of its parts without reading their bytes (AWS page "Checking object integrity").
/// </summary>
internal static class MultipartChecksum
{
    /// <summary>Computes the checksum of the type the upload was started with.</summary>
    /// <param name="parts">Its parts in order, at least one.</param>
    public static ObjectChecksum Compute(MultipartUpload upload, IReadOnlyList<UploadedPart> parts)
    {
        var algorithm = UploadLookup.Algorithm(upload);
        return upload.ChecksumType == ChecksumType.Composite
            ? new ObjectChecksum(algorithm, ChecksumType.Composite, Composite(algorithm, parts))
            : new ObjectChecksum(algorithm, ChecksumType.FullObject, FullObject(algorithm, parts));
    }

    /// <summary>Compares what the client says about the finished object, when it says something.</summary>
    /// <exception cref="ServiceException">They differ.</exception>
    public static void Verify(S3Request request, ObjectChecksum computed)
    {
        foreach (var algorithm in ChecksumNames.All)
        {
            if (request.Header(ChecksumNames.Header(algorithm)) is not { Length: > 0 } given)
            {
                continue;
            }

            var dash = given.LastIndexOf('-');
            if (!ChecksumNames.IsValue(algorithm, dash < 0 ? given : given[..dash]))
            {
                throw ServiceErrors.InvalidRequest($"Value for {ChecksumNames.Header(algorithm)} header is invalid.");
            }

            var isSame = algorithm == computed.Algorithm
                && (
                    given == computed.Value
                        || (
                            dash < 0
                                && computed.Type == ChecksumType.Composite
                                && computed.Value.StartsWith(given + "-", StringComparison.Ordinal)));
            if (!isSame)
            {
                throw ServiceErrors.BadChecksum(ChecksumNames.Name(algorithm).ToLowerInvariant());
            }
        }
    }

    /// <summary>The value of an algorithm among the checksums of a part.</summary>
    public static string ValueOf(UploadedPart part, ChecksumAlgorithm algorithm)
    {
        foreach (var checksum in part.Checksums)
        {
            if (checksum.Algorithm == algorithm)
            {
                return checksum.Value;
            }
        }

        throw new InvalidOperationException($"part {part.Number} was stored without its {algorithm}");
    }

    private static string Composite(ChecksumAlgorithm algorithm, IReadOnlyList<UploadedPart> parts)
    {
        using var hasher = ChecksumHasher.Create(algorithm);
        foreach (var part in parts)
        {
            hasher.Append(Convert.FromBase64String(ValueOf(part, algorithm)));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToBase64String(hasher.Finish())}-{parts.Count}");
    }

    private static string FullObject(ChecksumAlgorithm algorithm, IReadOnlyList<UploadedPart> parts)
    {
        var whole = Convert.FromBase64String(ValueOf(parts[0], algorithm));
        foreach (var part in parts.Skip(1))
        {
            whole = CrcCombination.Combine(algorithm, whole, Convert.FromBase64String(ValueOf(part, algorithm)), part.Size);
        }

        return Convert.ToBase64String(whole);
    }
}
