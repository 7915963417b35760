using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Checksums;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Integrity;

/// <summary>Reads a body that is a document of bounded size and checks the digests the client gave for it.</summary>
internal static class SmallBody
{
    /// <summary>Reads the body to its end.</summary>
    /// <exception cref="ServiceException">It is too long, or a digest does not match.</exception>
    public static Task<byte[]> ReadAsync(S3Request request, int limit) => ReadAsync(request, limit, DeclaredChecksum.Read(request));

    /// <summary>Reads the body to its end without looking at checksum headers, which here speak of something else.</summary>
    /// <exception cref="ServiceException">It is too long.</exception>
    public static Task<byte[]> ReadUncheckedAsync(S3Request request, int limit) => ReadAsync(request, limit, declared: null);

    private static async Task<byte[]> ReadAsync(S3Request request, int limit, DeclaredChecksum? declared)
    {
        if (request.BodyLength > limit)
        {
            throw ServiceErrors.MessageTooLong(limit);
        }

        var bytes = await WholeBody.ReadAsync(request.Body, limit, request.Aborted());
        if (declared is { HasMd5: true })
        {
            declared.VerifyMd5(ContentMd5.Of(bytes));
        }

        if (declared is { IsNamed: true })
        {
            declared.VerifyValue(request, Convert.ToBase64String(ChecksumHasher.Hash(declared.Algorithm, bytes)));
        }

        return bytes;
    }
}
