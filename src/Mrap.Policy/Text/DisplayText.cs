using System.Globalization;
using System.Text;

namespace Mrap.Policy.Text;

/// <summary>Makes hostile text safe to repeat in a message: on one line and bounded.</summary>
public static class DisplayText
{
    private const int MaxLength = 80;

    /// <summary>Shortens to 80 characters and escapes control characters and halves of surrogate pairs.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Text on one line, at most a little over 80 characters unless it had characters to escape.</returns>
    public static string Truncate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsPlain(text) ? text : Append(new StringBuilder(Math.Min(text.Length, MaxLength) + 3), text).ToString();
    }

    /// <summary>Quotes a text in backticks, shortened and escaped as <see cref="Truncate"/> does.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(ReadOnlySpan<char> text) =>
        IsPlain(text)
            ? $"`{text}`"
            : Append(new StringBuilder(Math.Min(text.Length, MaxLength) + 5).Append('`'), text).Append('`').ToString();

    // most texts are, and stay as they are
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }

    private static StringBuilder Append(StringBuilder shown, ReadOnlySpan<char> text)
    {
        foreach (var c in text[..Math.Min(text.Length, MaxLength)])
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                shown.Append(c);
            }
        }

        return text.Length > MaxLength ? shown.Append("...") : shown;
    }
}
