using System.Globalization;
using System.Text.Json.Serialization;
using Mrap.Core.Routing;
using Mrap.Sandbox.Control;

namespace Mrap.Sandbox.Admin;

/// <summary>The condition of a Region as JSON. A member that is missing stays as it is.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RegionDocument(string? State, double? LatencyMs, double? JitterMs, double? ErrorRate, string? Replication)
{
    private const double MaxMilliseconds = 60_000;

    /// <summary>The document of a condition.</summary>
    public static RegionDocument Of(RegionCondition condition) => new(
        condition.State.ToString().ToLower(CultureInfo.InvariantCulture),
        condition.LatencyMs,
        condition.JitterMs,
        condition.ErrorRate,
        condition.IsReplicationPaused ? "paused" : "running");

    /// <summary>Changes a condition.</summary>
    /// <param name="condition">The condition so far.</param>
    /// <param name="fault">What is wrong with the document.</param>
    /// <returns>The condition, or null when the document breaks a rule.</returns>
    public RegionCondition? Apply(RegionCondition condition, out string fault)
    {
        var state = condition.State;
        fault = string.Empty;
        switch (State)
        {
            case null:
                break;
            case "up":
                state = RegionHealth.Up;
                break;
            case "degraded":
                state = RegionHealth.Degraded;
                break;
            case "down":
                state = RegionHealth.Down;
                break;
            default:
                fault = "state must be up, down or degraded";
                return null;
        }

        if (LatencyMs is not (null or (>= 0 and <= MaxMilliseconds)) || JitterMs is not (null or (>= 0 and <= MaxMilliseconds)))
        {
            fault = "latencyMs and jitterMs must be from 0 to 60000";
            return null;
        }

        if (ErrorRate is not (null or (>= 0 and <= 1)))
        {
            fault = "errorRate must be from 0 to 1";
            return null;
        }

        if (Replication is not (null or "running" or "paused"))
        {
            fault = "replication must be running or paused";
            return null;
        }

        return new RegionCondition(
            state,
            LatencyMs ?? condition.LatencyMs,
            JitterMs ?? condition.JitterMs,
            ErrorRate ?? condition.ErrorRate,
            Replication is null ? condition.IsReplicationPaused : Replication == "paused");
    }
}
