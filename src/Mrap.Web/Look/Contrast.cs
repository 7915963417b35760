using System.Globalization;

namespace Mrap.Web.Look;

/// <summary>Contrast of two colours as WCAG 2.2 defines it (success criterion 1.4.3).</summary>
public static class Contrast
{
    /// <summary>The ratio, 1 to 21, of two colours given as <c>#RRGGBB</c>, whichever is lighter.</summary>
    public static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Red, green and blue, 0 to 255, of <c>#RRGGBB</c>.</summary>
    public static (byte Red, byte Green, byte Blue) Channels(string colour) =>
        (Channel(colour, 1), Channel(colour, 3), Channel(colour, 5));

    private static byte Channel(string colour, int at) =>
        byte.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Luminance(string colour)
    {
        var (red, green, blue) = Channels(colour);
        return (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));
    }

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
