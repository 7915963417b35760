using System.Globalization;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills;

/// <summary>Reads the numbers of drills: whole numbers, weights, shares and sizes.</summary>
public static class DrillNumber
{
    private static readonly (string Unit, long Bytes)[] s_sizes =
        [("KiB", 1024), ("MiB", 1024 * 1024), ("GiB", 1024 * 1024 * 1024), ("B", 1), (string.Empty, 1)];

    /// <summary>Reads a whole number in decimal digits, with a minus or without.</summary>
    /// <returns>The number; what does not fit is the nearest that does.</returns>
    public static Parsed<long> ParseWhole(string? text)
    {
        var digits = text.AsSpan();
        var isNegative = digits is ['-', ..];
        digits = isNegative ? digits[1..] : digits;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return Parsed.Failed<long>($"must be a whole number, not {DisplayText.Quote(text)}");
        }

        var number = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : long.MaxValue;
        return Parsed.Ok<long>(isNegative ? -number : number);
    }

    /// <summary>Reads a decimal number.</summary>
    /// <returns>The number, never infinite and never "not a number".</returns>
    public static Parsed<double> ParseDecimal(string? text) => TryDecimal(text, out var number)
        ? Parsed.Ok<double>(number)
        : Parsed.Failed<double>($"must be a number, not {DisplayText.Quote(text)}");

    /// <summary>Reads a share.</summary>
    /// <param name="text">Such as <c>0.05</c> or <c>5%</c>, which are the same.</param>
    /// <returns>The share; the caller checks that it is from 0 to 1.</returns>
    public static Parsed<double> ParseShare(string? text)
    {
        var isPercentage = text is [.., '%'];
        return TryDecimal(isPercentage ? text.AsSpan()[..^1] : text, out var number)
            ? Parsed.Ok<double>(isPercentage ? number / 100 : number)
            : Parsed.Failed<double>($"must be a share such as `0.05` or `5%`, not {DisplayText.Quote(text)}");
    }

    /// <summary>Reads a size: a whole number of bytes, KiB, MiB or GiB.</summary>
    /// <param name="text">Such as <c>4096</c> or <c>4 KiB</c>.</param>
    /// <returns>Bytes; what does not fit is the nearest that does.</returns>
    public static Parsed<long> ParseSize(string? text)
    {
        foreach (var (unit, bytes) in s_sizes)
        {
            if (text is not null && text.EndsWith(unit, StringComparison.Ordinal)
                && ParseWhole(text[..^unit.Length].TrimEnd(' ')).TryGet(out var number))
            {
                var isFitting = number <= long.MaxValue / bytes && number >= long.MinValue / bytes;
                return Parsed.Ok<long>(isFitting ? number * bytes : number < 0 ? long.MinValue : long.MaxValue);
            }
        }

        return Parsed.Failed<long>($"must be a size such as `4096` or `4 KiB`, not {DisplayText.Quote(text)}");
    }

    private static bool TryDecimal(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);
}
