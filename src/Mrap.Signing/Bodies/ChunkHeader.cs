using System.Text;
using Mrap.Signing.Text;

namespace Mrap.Signing.Bodies;

/// <summary>The line before a chunk: its length in hexadecimal and, when signed, <c>;chunk-signature=</c> and the signature.</summary>
internal static class ChunkHeader
{
    /// <summary>What stands between the length and the signature.</summary>
    public const string SignatureMark = ";chunk-signature=";

    private const int MaxLengthDigits = 15;

    public static bool TryParse(ReadOnlySpan<byte> line, bool signed, out long length, out string signature)
    {
        length = 0;
        signature = "";
        var semicolon = line.IndexOf((byte)';');
        var digits = semicolon < 0 ? line : line[..semicolon];
        if (digits.IsEmpty || digits.Length > MaxLengthDigits || signed != (semicolon >= 0))
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (!Hex.TryDigit((char)digit, out var value))
            {
                return false;
            }

            length = (length << 4) | (long)value;
        }

        if (!signed)
        {
            return true;
        }

        var extension = line[semicolon..];
        if (!extension.StartsWith(";chunk-signature="u8))
        {
            return false;
        }

        signature = Encoding.ASCII.GetString(extension[SignatureMark.Length..]);
        return signature.Length > 0;
    }
}
