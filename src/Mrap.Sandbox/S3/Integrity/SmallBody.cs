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

    /// <summary>Reads a body to its end, so that all of it is checked against its signature.</summary>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="ServiceException">It is too long, or not what was signed.</exception>
    public static async Task<byte[]> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                throw S3Errors.MessageTooLong(limit);
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static async Task<byte[]> ReadAsync(S3Request request, int limit, DeclaredChecksum? declared)
    {
        if (request.BodyLength > limit)
        {
            throw S3Errors.MessageTooLong(limit);
        }

        var bytes = await ReadAsync(request.Body, limit, request.Aborted());
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
