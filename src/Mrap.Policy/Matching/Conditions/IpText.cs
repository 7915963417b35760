using System.Globalization;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>Reads the text of IP addresses (RFC 4291, section 2.2) without allocating.</summary>
internal static class IpText
{
    private const int Groups = 8;

    /// <summary>Reads a decimal number of at most three digits without needless zeros.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> text, int max, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 3 || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return value <= max;
    }

    /// <summary>Reads four decimal numbers with points between them.</summary>
    public static bool TryReadV4(ReadOnlySpan<char> text, out uint value)
    {
        value = 0;
        for (var i = 0; i < 4; i++)
        {
            var point = i == 3 ? text.Length : text.IndexOf('.');
            if (point < 0 || !TryReadNumber(text[..point], byte.MaxValue, out var part))
            {
                return false;
            }

            value = (value << 8) | (uint)part;
            text = i == 3 ? [] : text[(point + 1)..];
        }

        return true;
    }

    /// <summary>Reads eight groups of hexadecimal digits; `::` stands for groups of zeros, the last two may be written as IPv4.</summary>
    public static bool TryReadV6(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = 0;
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return TryReadGroups(text, out value, out var all) && all == Groups;
        }

        UInt128 head = 0;
        UInt128 tail = 0;
        var headCount = 0;
        var tailCount = 0;
        if ((gap > 0 && (!TryReadGroups(text[..gap], out head, out headCount) || text[..gap].Contains('.')))
            || (gap + 2 < text.Length && !TryReadGroups(text[(gap + 2)..], out tail, out tailCount))
            || headCount + tailCount >= Groups)
        {
            return false;
        }

        value = (headCount == 0 ? 0 : head << (16 * (Groups - headCount))) | tail;
        return true;
    }

    private static bool TryReadGroups(ReadOnlySpan<char> text, out UInt128 value, out int count)
    {
        value = 0;
        count = 0;
        while (true)
        {
            var colon = text.IndexOf(':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && group.Contains('.'))
            {
                if (!TryReadV4(group, out var v4))
                {
                    return false;
                }

                value = (value << 32) | v4;
                count += 2;
                return count <= Groups;
            }

            if (
                group.Length is 0 or > 4
                    || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var part)
                    || ++count > Groups)
            {
                return false;
            }

            value = (value << 16) | part;
            if (colon < 0)
            {
                return true;
            }

            text = text[(colon + 1)..];
        }
    }
}
