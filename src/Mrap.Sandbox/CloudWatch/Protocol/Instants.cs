namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>Instants as calls give them.</summary>
internal static class Instants
{
    private const double Latest = 253_402_300_799;

    /// <summary>An instant from seconds since 1970.</summary>
    /// <exception cref="Wire.ServiceException">It is not one of the years 1970 to 9999.</exception>
    public static DateTimeOffset OfSeconds(string name, double seconds) => seconds is >= 0 and <= Latest
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000))
        : throw CloudWatchErrors.WrongType(name, "a timestamp");
}
