using System.Globalization;
using System.Security.Cryptography;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>The tag of a multipart object: the MD5 of the MD5s of its parts, and how many they are.</summary>
internal static class MultipartETag
{
    private const int HexLength = 32;

    /// <summary>Computes the tag from the tags of the parts; null when one of them is no MD5.</summary>
    public static string? Compute(IReadOnlyList<string> partETags)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        Span<byte> digest = stackalloc byte[HexLength / 2];
        foreach (var eTag in partETags)
        {
            if (eTag.Length != HexLength || Convert.FromHexString(eTag, digest, out _, out _) != System.Buffers.OperationStatus.Done)
            {
                return null;
            }

            hash.AppendData(digest);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash.GetHashAndReset())}-{partETags.Count}");
    }
}
