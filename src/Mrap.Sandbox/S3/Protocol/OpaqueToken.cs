using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>Continuation tokens: a position nobody is meant to read or make, good for one kind of listing of one resource.</summary>
/// <remarks>The check bytes find tampering and mix-ups; a token grants nothing, so they need no secret.</remarks>
internal static class OpaqueToken
{
    private const int CheckSize = 12;
    private const int MaxLength = 4096;

    /// <summary>Makes a token.</summary>
    /// <param name="scope">What the listing is of.</param>
    /// <param name="position">Where to go on.</param>
    public static string Make(string scope, string position)
    {
        var text = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. Check(scope, text), .. text]);
    }

    /// <summary>Reads a token; null when it was not made for this scope.</summary>
    public static string? Read(string scope, string token)
    {
        if (token.Length is 0 or > MaxLength || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length >= CheckSize && bytes.AsSpan(0, CheckSize).SequenceEqual(Check(scope, bytes.AsSpan(CheckSize)))
            ? Encoding.UTF8.GetString(bytes.AsSpan(CheckSize))
            : null;
    }

    private static byte[] Check(string scope, ReadOnlySpan<byte> text) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(scope), 0, .. text])[..CheckSize];
}
