using System.Globalization;

namespace Mrap.Signing.Text;

/// <summary>The forms in which AWS writes instants.</summary>
internal static class AwsTime
{
    /// <summary>The form of x-amz-date: <c>20130524T000000Z</c>.</summary>
    public const string BasicFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The characters of that form.</summary>
    public const int BasicLength = 16;

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] s_httpDates =
        ["r", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss zzz", BasicFormat, "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>Writes the form of x-amz-date.</summary>
    public static string Basic(DateTimeOffset instant) => instant.ToUniversalTime().ToString(BasicFormat, CultureInfo.InvariantCulture);

    /// <summary>Writes the form of error answers.</summary>
    public static string Extended(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Writes the day of a credential scope.</summary>
    public static string Day(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Whether a text is the day of a credential scope.</summary>
    public static bool IsDay(DateTimeOffset instant, ReadOnlySpan<char> text)
    {
        Span<char> day = stackalloc char[8];
        return instant.ToUniversalTime().TryFormat(day, out var length, "yyyyMMdd", CultureInfo.InvariantCulture)
            && text.SequenceEqual(day[..length]);
    }

    /// <summary>Writes the form of x-amz-date.</summary>
    /// <param name="destination">At least <see cref="BasicLength"/> characters.</param>
    public static ReadOnlySpan<char> Basic(DateTimeOffset instant, Span<char> destination)
    {
        instant.ToUniversalTime().TryFormat(destination, out var length, BasicFormat, CultureInfo.InvariantCulture);
        return destination[..length];
    }

    /// <summary>Reads the form of x-amz-date.</summary>
    public static bool TryBasic(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, BasicFormat, CultureInfo.InvariantCulture, Utc, out instant);

    /// <summary>Reads what a Date header may hold.</summary>
    public static bool TryHeader(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text.Trim(), s_httpDates, CultureInfo.InvariantCulture, Utc, out instant);
}
