using System.Text.Json.Serialization;
using Mrap.Core.Routing;
using Mrap.Policy.Text;

namespace Mrap.Core.Faults;

/// <summary>The condition of a Region as JSON. A member that is missing stays as it is; an unknown one is a fault.</summary>
/// <param name="State"><c>up</c>, <c>down</c> or <c>degraded</c>.</param>
/// <param name="LatencyMs">0 to 60,000.</param>
/// <param name="JitterMs">0 to 60,000.</param>
/// <param name="ErrorRate">0 to 1.</param>
/// <param name="Replication"><c>running</c> or <c>paused</c>.</param>
/// <param name="ClockSkewSeconds">-86,400 to 86,400.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RegionConditionDocument(
    string? State = null,
    double? LatencyMs = null,
    double? JitterMs = null,
    double? ErrorRate = null,
    string? Replication = null,
    double? ClockSkewSeconds = null)
{
    /// <summary>The document of a condition, every member given.</summary>
    public static RegionConditionDocument Of(RegionCondition condition) => new(
        condition.State switch
        {
            RegionHealth.Up => "up",
            RegionHealth.Degraded => "degraded",
            RegionHealth.Down => "down",
        },
        condition.LatencyMs,
        condition.JitterMs,
        condition.ErrorRate,
        condition.IsReplicationPaused ? "paused" : "running",
        condition.ClockSkewSeconds);

    /// <summary>Changes a condition.</summary>
    /// <param name="condition">The condition so far.</param>
    /// <returns>The condition, or which rule the document breaks.</returns>
    public Parsed<RegionCondition> Apply(RegionCondition condition)
    {
        RegionHealth? state = State switch
        {
            null => condition.State,
            "up" => RegionHealth.Up,
            "degraded" => RegionHealth.Degraded,
            "down" => RegionHealth.Down,
            _ => null,
        };
        if (state is not { } health)
        {
            return Parsed.Failed<RegionCondition>("state must be up, down or degraded");
        }

        return FirstFault() is { } fault
            ? Parsed.Failed<RegionCondition>(fault)
            : Parsed.Ok(
                new RegionCondition(
                    health,
                    LatencyMs ?? condition.LatencyMs,
                    JitterMs ?? condition.JitterMs,
                    ErrorRate ?? condition.ErrorRate,
                    Replication is null ? condition.IsReplicationPaused : Replication == "paused",
                    ClockSkewSeconds ?? condition.ClockSkewSeconds));
    }

    private string? FirstFault() => this switch
    {
        _ when !IsWithin(LatencyMs, RegionCondition.MaxMilliseconds) || !IsWithin(JitterMs, RegionCondition.MaxMilliseconds) =>
            "latencyMs and jitterMs must be from 0 to 60000",
        _ when !IsWithin(ErrorRate, 1) => "errorRate must be from 0 to 1",
        { Replication: not (null or "running" or "paused") } => "replication must be running or paused",
        { ClockSkewSeconds: not (null or (>= -RegionCondition.MaxSkewSeconds and <= RegionCondition.MaxSkewSeconds)) } =>
            "clockSkewSeconds must be from -86400 to 86400",
        _ => null,
    };

    private static bool IsWithin(double? value, double most) => value is null || (value >= 0 && value <= most);
}
