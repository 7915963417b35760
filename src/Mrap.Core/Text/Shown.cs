using System.Globalization;
using System.Text;

namespace Mrap.Core.Text;

/// <summary>Makes hostile text safe to repeat in a message.</summary>
public static class Shown
{
    private const int MaxLength = 80;

    /// <summary>Shortens to 80 characters and escapes control characters.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Text on one line, at most a little over 80 characters unless it had control characters.</returns>
    public static string Short(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, MaxLength) + 3);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MaxLength)))
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

        return text.Length > MaxLength ? shown.Append("...").ToString() : shown.ToString();
    }
}
