using System.Buffers;

namespace Mrap.Signing.Text;

/// <summary>Hexadecimal digits of both cases.</summary>
internal static class Hex
{
    /// <summary>Every digit a signature or a hash may have.</summary>
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The value of a digit.</summary>
    public static bool TryDigit(char c, out int value)
    {
        value = c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => -1,
        };
        return value >= 0;
    }
}
