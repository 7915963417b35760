namespace Mrap.Policy.Matching.Conditions;

/// <summary>
/// A range of IP addresses in CIDR form; an address alone is a range of one. Host bits are ignored, IPv4 mapped into IPv6 is IPv4.
/// </summary>
internal readonly record struct IpRange
{
    private const int V4Bits = 32;
    private const int V6Bits = 128;
    private const int MappedBits = 96;

    private IpRange(UInt128 first, int length, bool isV6)
    {
        First = first;
        Length = length;
        IsV6 = isV6;
    }

    /// <summary>The first address, as a number.</summary>
    public UInt128 First { get; }

    /// <summary>The prefix length in bits: 0 to 32 for IPv4, 0 to 128 for IPv6.</summary>
    public int Length { get; }

    /// <summary>Whether it is a range of IPv6.</summary>
    public bool IsV6 { get; }

    /// <summary>Reads an address or a range.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out IpRange range)
    {
        range = default;
        var slash = text.IndexOf('/');
        var address = slash < 0 ? text : text[..slash];
        var isV6 = address.Contains(':');
        UInt128 value;
        if (isV6)
        {
            if (!IpText.TryReadV6(address, out value))
            {
                return false;
            }
        }
        else if (IpText.TryReadV4(address, out var v4))
        {
            value = v4;
        }
        else
        {
            return false;
        }

        var bits = isV6 ? V6Bits : V4Bits;
        var length = bits;
        if (slash >= 0 && (!IpText.TryReadNumber(text[(slash + 1)..], bits, out length)))
        {
            return false;
        }

        if (isV6 && length >= MappedBits && value >> V4Bits == 0xffff)
        {
            isV6 = false;
            value &= uint.MaxValue;
            length -= MappedBits;
            bits = V4Bits;
        }

        // shifting by the full width would shift by nothing
        var first = length == 0 ? 0 : value >> (bits - length) << (bits - length);
        range = new IpRange(first, length, isV6);
        return true;
    }

    /// <summary>Whether another range lies wholly in this one; never when one is IPv4 and the other IPv6.</summary>
    public bool Contains(IpRange other)
    {
        var shift = (IsV6 ? V6Bits : V4Bits) - Length;
        return IsV6 == other.IsV6 && other.Length >= Length && (Length == 0 || other.First >> shift == First >> shift);
    }
}
