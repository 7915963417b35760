using System.Text;

namespace Mrap.Signing.Text;

/// <summary>The percent-encoding of canonical requests: everything but letters, digits and <c>-._~</c>, in upper case.</summary>
internal static class UriEncoding
{
    /// <summary>Decodes a raw part and encodes it canonically. A percent sign without two digits stands for itself.</summary>
    public static void Recode(ref PooledBytes output, ReadOnlySpan<char> raw, bool keepSlash, bool plusIsSpace)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '%' && i + 2 < raw.Length && Hex.TryDigit(raw[i + 1], out var high) && Hex.TryDigit(raw[i + 2], out var low))
            {
                Emit(ref output, (byte)((high << 4) | low), keepSlash);
                i += 2;
            }
            else if (c < 0x80)
            {
                Emit(ref output, plusIsSpace && c == '+' ? (byte)' ' : (byte)c, keepSlash);
            }
            else
            {
                i += EmitRune(ref output, raw[i..]) - 1;
            }
        }
    }

    /// <summary>Encodes a text without decoding it first.</summary>
    public static void Encode(ref PooledBytes output, ReadOnlySpan<char> text, bool keepSlash)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80)
            {
                Emit(ref output, (byte)text[i], keepSlash);
            }
            else
            {
                i += EmitRune(ref output, text[i..]) - 1;
            }
        }
    }

    private static int EmitRune(ref PooledBytes output, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        _ = Rune.DecodeFromUtf16(text, out var rune, out var consumed);
        foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
        {
            Emit(ref output, b, keepSlash: false);
        }

        return consumed;
    }

    private static void Emit(ref PooledBytes output, byte b, bool keepSlash)
    {
        if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' || (keepSlash && b == '/'))
        {
            output.Append(b);
            return;
        }

        output.Append((byte)'%');
        output.Append("0123456789ABCDEF"u8[b >> 4]);
        output.Append("0123456789ABCDEF"u8[b & 15]);
    }
}
