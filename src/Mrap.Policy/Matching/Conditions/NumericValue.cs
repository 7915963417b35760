using System.Globalization;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>A number of a condition: decimal where it fits, binary floating point beyond.</summary>
internal readonly record struct NumericValue : IComparable<NumericValue>, IReadableValue<NumericValue>
{
    private const int FastDigits = 18;

    private readonly decimal _exact;
    private readonly double _wide;
    private readonly bool _isWide;

    private NumericValue(decimal exact, double wide, bool isWide)
    {
        _exact = exact;
        _wide = wide;
        _isWide = isWide;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out NumericValue value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (TryReadShort(text, out var exact) || decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out exact))
        {
            value = new NumericValue(exact, 0, isWide: false);
            return true;
        }

        // what decimal cannot hold; infinities and words are not numbers
        var isNumber = double.TryParse(text, Style, CultureInfo.InvariantCulture, out var wide)
            && double.IsFinite(wide)
            && char.IsAsciiDigit(text[^1]);
        value = isNumber ? new NumericValue(0, wide, isWide: true) : default;
        return isNumber;
    }

    /// <inheritdoc/>
    public int CompareTo(NumericValue other) =>
        _isWide || other._isWide ? AsDouble().CompareTo(other.AsDouble()) : _exact.CompareTo(other._exact);

    private static bool TryReadShort(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var at = text is ['-', ..] ? 1 : 0;
        var digits = 0;
        var scale = -1;
        ulong mantissa = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] == '.' && scale < 0)
            {
                scale = 0;
                continue;
            }

            if (!char.IsAsciiDigit(text[i]) || ++digits > FastDigits)
            {
                return false;
            }

            mantissa = (mantissa * 10) + (uint)(text[i] - '0');
            scale += scale < 0 ? 0 : 1;
        }

        if (digits == 0 || text[^1] == '.' || text[at] == '.')
        {
            return false;
        }

        value = new decimal((int)mantissa, (int)(mantissa >> 32), 0, at == 1, (byte)Math.Max(scale, 0));
        return true;
    }

    private double AsDouble() => _isWide ? _wide : (double)_exact;
}
