using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>Makes the IDs of versions and uploads. Used by the Region's writer alone.</summary>
/// <param name="clock">The time.</param>
internal sealed class StorageIds(TimeProvider clock)
{
    /// <summary>The version ID of a version without one of its own.</summary>
    public const string NullVersion = "null";

    private const string Alphabet = ".0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private const int VersionBytes = 24;
    private const int UploadBytes = 48;

    private long _last;

    /// <summary>A version ID: 32 characters that sort newest first by their first eleven; the rest is random.</summary>
    public string NextVersion() => Make(VersionBytes, long.MaxValue - Tick());

    /// <summary>An upload ID: 64 characters that sort oldest first, as uploads of one key are listed, and cannot be guessed.</summary>
    public string NextUpload() => Make(UploadBytes, Tick());

    private long Tick() => _last = Math.Max(_last + 1, clock.GetUtcNow().UtcTicks);

    private static string Make(int length, long order)
    {
        Span<byte> bytes = stackalloc byte[length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, order);
        RandomNumberGenerator.Fill(bytes[sizeof(long)..]);
        Span<char> text = stackalloc char[length / 3 * 4];
        for (var i = 0; i < length / 3; i++)
        {
            var group = (bytes[i * 3] << 16) | (bytes[(i * 3) + 1] << 8) | bytes[(i * 3) + 2];
            text[i * 4] = Alphabet[(group >> 18) & 63];
            text[(i * 4) + 1] = Alphabet[(group >> 12) & 63];
            text[(i * 4) + 2] = Alphabet[(group >> 6) & 63];
            text[(i * 4) + 3] = Alphabet[group & 63];
        }

        return new string(text);
    }
}
