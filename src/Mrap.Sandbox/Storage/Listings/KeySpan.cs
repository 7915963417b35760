using System.Text;

namespace Mrap.Sandbox.Storage.Listings;

/// <summary>Bounds on keys as UTF-8 bytes, and what a delimiter makes of a key.</summary>
internal static class KeySpan
{
    // no byte of UTF-8 is 0xFF, so this is behind every key
    private static readonly byte[] s_end = [0xFF];

    /// <summary>The first bytes behind everything that starts with a prefix.</summary>
    public static byte[] Behind(ReadOnlySpan<byte> prefix)
    {
        if (prefix.IsEmpty)
        {
            return s_end;
        }

        // INVARIANT: the last byte of UTF-8 text is below 0xFF
        var bound = prefix.ToArray();
        bound[^1]++;
        return bound;
    }

    /// <summary>The first bytes behind a key.</summary>
    public static byte[] After(ReadOnlySpan<byte> key) => [.. key, 0];

    /// <summary>The length of the common prefix that a key belongs to; 0 when it stands for itself.</summary>
    /// <param name="key">A key that starts with the prefix.</param>
    /// <param name="prefix">The length of the prefix in bytes.</param>
    /// <param name="delimiter">The delimiter; empty for none.</param>
    public static int CommonPrefix(ReadOnlySpan<byte> key, int prefix, ReadOnlySpan<byte> delimiter)
    {
        if (delimiter.IsEmpty || key.Length <= prefix)
        {
            return 0;
        }

        var at = key[prefix..].IndexOf(delimiter);
        return at < 0 ? 0 : prefix + at + delimiter.Length;
    }

    /// <summary>Where a listing starts.</summary>
    /// <param name="prefix">The prefix of the listing.</param>
    /// <param name="delimiter">The delimiter; empty for none.</param>
    /// <param name="after">The key or common prefix to go on behind; null for the start.</param>
    public static byte[] Start(byte[] prefix, ReadOnlySpan<byte> delimiter, string? after)
    {
        if (after is null)
        {
            return prefix;
        }

        var marker = Encoding.UTF8.GetBytes(after);
        if (marker.AsSpan().SequenceCompareTo(prefix) < 0)
        {
            return prefix;
        }

        var rolledUp = marker.AsSpan().StartsWith(prefix) ? CommonPrefix(marker, prefix.Length, delimiter) : 0;
        return rolledUp > 0 ? Behind(marker.AsSpan(0, rolledUp)) : After(marker);
    }
}
