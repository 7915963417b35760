using System.Text;

namespace Mrap.Web.Components.AccessPoints.Requests;

/// <summary>The start of a body as text, when it is text.</summary>
public static class BodyPreview
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null when the bytes are not text. A character cut off at the end is left out.</summary>
    public static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return null;
        }

        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            try
            {
                return s_strict.GetString(bytes[..^cut]);
            }
            catch (DecoderFallbackException)
            {
                // Perhaps the last character goes on after the cut: try with a byte less.
            }
        }

        return null;
    }
}
