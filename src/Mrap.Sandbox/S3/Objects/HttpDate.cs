using System.Globalization;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Dates in headers (RFC 9110 section 5.6.7).</summary>
internal static class HttpDate
{
    private static readonly string[] s_formats =
    [
        "r", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy",
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz",
    ];

    /// <summary>Reads a date in any HTTP form or in ISO 8601; null when it is none.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        text is not null && DateTimeOffset.TryParseExact(
            text, s_formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;
}
