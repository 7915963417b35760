using System.Globalization;
using System.Text;

namespace Mrap.Policy.Syntax;

/// <summary>Makes a policy's own words safe to repeat in a message: on one line, bounded, in backticks.</summary>
internal static class Shown
{
    private const int MaxLength = 80;

    /// <summary>Quotes a text in backticks, shortened to 80 characters, control characters and halves of pairs escaped.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder("`");
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

        return shown.Append(text.Length > MaxLength ? "...`" : "`").ToString();
    }
}
