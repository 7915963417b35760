using System.Security.Cryptography;

namespace Mrap.Sandbox.S3.Integrity;

/// <summary>The digest of the Content-MD5 header.</summary>
internal static class ContentMd5
{
#pragma warning disable CA5351 // Content-MD5 is the protocol's own integrity header, no protection against forgery
    /// <summary>The digest of a body: 16 bytes.</summary>
    public static byte[] Of(byte[] body) => MD5.HashData(body);
#pragma warning restore CA5351
}
