using System.Globalization;

namespace Mrap.Sandbox.Wire;

/// <summary>Writes instants as the Query protocol and condition keys do.</summary>
internal static class Iso8601
{
    /// <summary>An instant in UTC to the second, as in <c>2026-01-31T12:00:00Z</c>.</summary>
    public static string Seconds(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
