using System.Globalization;
using Mrap.Core.Faults;
using Mrap.Core.Routing;
using Mrap.Policy.Text;

namespace Mrap.Web.Components.Sandbox;

/// <summary>A Region's condition as it is being typed.</summary>
/// <param name="State">Its health.</param>
/// <param name="Latency">Milliseconds, as typed.</param>
/// <param name="Jitter">Milliseconds, as typed.</param>
/// <param name="Errors">Per cent of requests, as typed.</param>
/// <param name="IsReplicationPaused">Whether nothing replicates out of it.</param>
/// <param name="Skew">Seconds, as typed.</param>
public sealed record ConditionDraft(
    RegionHealth State, string Latency, string Jitter, string Errors, bool IsReplicationPaused, string Skew)
{
    private const double Whole = 100;

    /// <summary>What the fields hold for a condition.</summary>
    public static ConditionDraft Of(RegionCondition condition) => new(
        condition.State,
        Text(condition.LatencyMs),
        Text(condition.JitterMs),
        Text(condition.ErrorRate * Whole),
        condition.IsReplicationPaused,
        Text(condition.ClockSkewSeconds));

    /// <summary>What is wrong with milliseconds of latency or jitter; null when nothing is.</summary>
    public static string? MillisecondsFault(string text) => Fault(text, 0, RegionCondition.MaxMilliseconds);

    /// <summary>What is wrong with the per cent of failing requests; null when nothing is.</summary>
    public static string? ErrorsFault(string text) => Fault(text, 0, Whole);

    /// <summary>What is wrong with the seconds of the clock; null when nothing is.</summary>
    public static string? SkewFault(string text) => Fault(text, -RegionCondition.MaxSkewSeconds, RegionCondition.MaxSkewSeconds);

    /// <summary>The condition that is typed; failed while a field is wrong.</summary>
    public Parsed<RegionCondition> Read()
    {
        if (MillisecondsFault(Latency) is not null || MillisecondsFault(Jitter) is not null || ErrorsFault(Errors) is not null
            || SkewFault(Skew) is not null)
        {
            return Parsed.Failed<RegionCondition>("a field is wrong");
        }

        return Parsed.Ok(
            new RegionCondition(State, Number(Latency), Number(Jitter), Number(Errors) / Whole, IsReplicationPaused, Number(Skew)));
    }

    private static string? Fault(string text, double least, double most) =>
        double.TryParse(Trimmed(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Give a number from {least:#,0} to {most:#,0}.");

    private static double Number(string text) => double.Parse(Trimmed(text), NumberStyles.Float, CultureInfo.InvariantCulture);

    // An empty field is none of it.
    private static string Trimmed(string text) => string.IsNullOrWhiteSpace(text) ? "0" : text.Trim();

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
