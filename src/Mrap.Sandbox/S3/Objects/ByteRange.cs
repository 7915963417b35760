using System.Globalization;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>A part of a body.</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">How many bytes, at least 1.</param>
internal readonly record struct ByteRange(long Offset, long Length)
{
    private const string Unit = "bytes=";

    /// <summary>The value of Content-Range.</summary>
    /// <param name="size">The size of the whole body.</param>
    public string ContentRange(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {Offset}-{Offset + Length - 1}/{size}");

    /// <summary>
    /// Reads a Range header (RFC 9110 section 14). S3 serves one range; several, or a header that is malformed, are served whole.
    /// </summary>
    /// <param name="size">The size of the body.</param>
    public static RangeOutcome Read(string? header, long size)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return RangeOutcome.Whole;
        }

        var text = header.AsSpan(Unit.Length).Trim();
        var dash = text.IndexOf('-');
        if (dash < 0 || text.Contains(','))
        {
            return RangeOutcome.Whole;
        }

        var first = text[..dash].Trim();
        var last = text[(dash + 1)..].Trim();
        if (first.IsEmpty)
        {
            return TryNumber(last, out var suffix) ? Suffix(suffix, size) : RangeOutcome.Whole;
        }

        if (!TryNumber(first, out var from))
        {
            return RangeOutcome.Whole;
        }

        var to = long.MaxValue;
        if (!last.IsEmpty && (!TryNumber(last, out to) || to < from))
        {
            return RangeOutcome.Whole;
        }

        return from >= size
            ? RangeOutcome.Unsatisfiable
            : new RangeOutcome(IsSatisfiable: true, new ByteRange(from, Math.Min(to, size - 1) - from + 1));
    }

    /// <summary>Reads the strict form <c>bytes=first-last</c> of a copy source range; null when it is malformed.</summary>
    public static ByteRange? ReadStrict(string header)
    {
        if (!header.StartsWith(Unit, StringComparison.Ordinal))
        {
            return null;
        }

        var text = header.AsSpan(Unit.Length);
        var dash = text.IndexOf('-');
        return dash > 0
            && TryNumber(text[..dash], out var first)
            && TryNumber(text[(dash + 1)..], out var last)
            && last >= first
            && last < long.MaxValue
            ? new ByteRange(first, last - first + 1)
            : null;
    }

    private static RangeOutcome Suffix(long suffix, long size) => suffix == 0 || size == 0
        ? RangeOutcome.Unsatisfiable
        : new RangeOutcome(IsSatisfiable: true, new ByteRange(Math.Max(0, size - suffix), Math.Min(suffix, size)));

    private static bool TryNumber(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.IsEmpty || text.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            number = long.MaxValue;
        }

        return true;
    }
}
