using System.Globalization;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>Reads from calls which metric and which time they are about.</summary>
internal static class MetricReader
{
    /// <summary>The most dimensions of a metric (CloudWatch API Reference, "Metric").</summary>
    public const int MaxDimensions = 30;

    private const int MaxName = 255;
    private const int MaxDimensionValue = 1024;
    private const int MaxPeriod = 30 * 86_400;

    private static readonly string[] s_units =
    [
        "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits",
        "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second",
        "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second",
        "None",
    ];

    /// <summary>The metric that <c>Namespace</c>, <c>MetricName</c> and <c>Dimensions</c> name.</summary>
    /// <exception cref="Wire.ServiceException">They break a rule.</exception>
    public static MetricIdentity Identity(CloudWatchCall call, CloudWatchInput input) => new(
        call.Region, call.Account, Name(input, "Namespace"), Name(input, "MetricName"), [.. Dimensions(input)]);

    /// <summary>The name or namespace of a metric.</summary>
    public static string Name(CloudWatchInput input, string member) => Storable(member, input.Required(member, MaxName));

    /// <summary>The dimensions of a metric.</summary>
    /// <exception cref="Wire.ServiceException">There are too many, or one breaks a rule.</exception>
    public static List<MetricDimension> Dimensions(CloudWatchInput input)
    {
        var dimensions = input.Structures("Dimensions")
            .Select(item => new MetricDimension(
                Storable("Dimensions", item.Required("Name", MaxName)), Storable("Dimensions", item.Required("Value", MaxDimensionValue))))
            .ToList();
        return dimensions.Count > MaxDimensions
            ? throw CloudWatchErrors.InvalidValue($"The parameter Dimensions may have {MaxDimensions} members.")
            : dimensions.Select(dimension => dimension.Name).Distinct(StringComparer.Ordinal).Count() == dimensions.Count
                ? dimensions
                : throw CloudWatchErrors.InvalidValue("The parameter Dimensions names a dimension twice.");
    }

    /// <summary>A unit; null when none is given.</summary>
    public static string? Unit(CloudWatchInput input) => input.OneOf("Unit", s_units);

    /// <summary>The seconds of a period that must be there.</summary>
    /// <exception cref="Wire.ServiceException">It is not served, or no whole number of minutes.</exception>
    public static int Period(CloudWatchInput input) => input.Integer("Period", 1, MaxPeriod) switch
    {
        null => throw CloudWatchErrors.Missing("Period"),
        1 or 5 or 10 or 20 or 30 =>
            throw CloudWatchErrors.NotServed("A period of less than a minute, which is for high-resolution metrics,"),
        { } period when period % 60 == 0 => period,
        _ => throw CloudWatchErrors.InvalidValue("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60."),
    };

    /// <summary>The first second of a call, rounded down by its age (CloudWatch API Reference, "GetMetricData").</summary>
    public static long Start(DateTimeOffset start, DateTimeOffset now)
    {
        var age = now - start;
        var unit = age < MetricResolution.All[0].Retention ? 60 : age < MetricResolution.All[1].Retention ? 300 : 3600;
        var second = start.ToUnixTimeSeconds();
        return second - (second % unit);
    }

    /// <summary>The second behind the last of a call.</summary>
    public static long End(DateTimeOffset end) => (end.ToUnixTimeMilliseconds() + 999) / 1000;

    private static string Storable(string member, string text) => MetricIdentity.CanStore(text)
        ? text
        : throw CloudWatchErrors.InvalidValue(
            string.Create(CultureInfo.InvariantCulture, $"The parameter {member} holds a character that is not allowed."));
}
