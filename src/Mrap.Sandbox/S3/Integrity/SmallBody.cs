using System.Security.Cryptography;
using Mrap.Sandbox.Storage.Checksums;

namespace Mrap.Sandbox.S3.Integrity;

/// <summary>Reads a body that is a document of bounded size and checks the digests the client gave for it.</summary>
internal static class SmallBody
{
    /// <summary>Reads the body to its end.</summary>
    /// <exception cref="S3Exception">It is too long, or a digest does not match.</exception>
    public static Task<byte[]> ReadAsync(S3Request request, int limit) => ReadAsync(request, limit, DeclaredChecksum.Read(request));

    /// <summary>Reads the body to its end without looking at checksum headers, which here speak of something else.</summary>
    /// <exception cref="S3Exception">It is too long.</exception>
    public static Task<byte[]> ReadUncheckedAsync(S3Request request, int limit) => ReadAsync(request, limit, declared: null);

    private static async Task<byte[]> ReadAsync(S3Request request, int limit, DeclaredChecksum? declared)
    {
        if (request.BodyLength > limit)
        {
            throw S3Errors.MessageTooLong(limit);
        }

        using var buffer = new MemoryStream((int)(request.BodyLength ?? 0));
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.Aborted())) > 0)
        {
            if (buffer.Length + read > limit)
            {
                throw S3Errors.MessageTooLong(limit);
            }

            buffer.Write(chunk, 0, read);
        }

        var bytes = buffer.ToArray();
        if (declared is { HasMd5: true })
        {
            declared.VerifyMd5(Md5(bytes));
        }

        if (declared is { IsNamed: true })
        {
            declared.VerifyValue(request, Convert.ToBase64String(ChecksumHasher.Hash(declared.Algorithm, bytes)));
        }

        return bytes;
    }

#pragma warning disable CA5351 // Content-MD5 is the protocol's own integrity header, no protection against forgery
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
