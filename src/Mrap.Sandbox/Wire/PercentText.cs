using System.Text;

namespace Mrap.Sandbox.Wire;

/// <summary>
/// Decodes percent-encoded text once, without any normalisation: <c>+</c>, <c>..</c> and repeated slashes stay as they are.
/// </summary>
internal static class PercentText
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes.</summary>
    /// <param name="text">The encoded text; ASCII, or characters that stand for themselves.</param>
    /// <param name="decoded">The text meant.</param>
    /// <returns>False when a percent sign is not followed by two hexadecimal digits or the bytes are not UTF-8.</returns>
    public static bool TryDecode(string text, out string decoded)
    {
        decoded = text;
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return true;
        }

        var bytes = new byte[s_strict.GetMaxByteCount(text.Length)];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                var rest = text.AsSpan(i);
                var run = rest.IndexOf('%');
                run = run < 0 ? rest.Length : run;
                count += s_strict.GetBytes(rest[..run], bytes.AsSpan(count));
                i += run - 1;
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes[count++] = (byte)((Value(text[i + 1]) << 4) | Value(text[i + 2]));
                i += 2;
            }
            else
            {
                return false;
            }
        }

        try
        {
            decoded = s_strict.GetString(bytes, 0, count);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
}
