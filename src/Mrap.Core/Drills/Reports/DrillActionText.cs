using System.Globalization;
using Mrap.Core.Routing;

namespace Mrap.Core.Drills.Reports;

/// <summary>Says in plain words what an action does.</summary>
public static class DrillActionText
{
    /// <summary>The action as a sentence fragment.</summary>
    /// <returns>Such as <c>us-east-1 goes down</c>; empty for no action.</returns>
    public static string Of(DrillAction action) => action switch
    {
        DrillAction.None => string.Empty,
        DrillAction.SetConditions set => string.Join("; ", set.Changes.Select(Of)),
        DrillAction.SubmitRoutes submission => string.Join(
            "; ", submission.Changes.Select(change => $"{change.Region} becomes {(change.Dial.IsActive ? "active" : "passive")}")),
        DrillAction.RestoreEverything => "everything is restored",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static string Of(DrillRegionChange change) => $"{change.Region} {string.Join(", ", Parts(change))}";

    private static IEnumerable<string> Parts(DrillRegionChange change)
    {
        if (change.State is { } state)
        {
            yield return state switch
            {
                RegionHealth.Up => "comes up",
                RegionHealth.Degraded => "becomes degraded",
                RegionHealth.Down => "goes down",
            };
        }

        if (change.Latency is { } latency)
        {
            yield return $"answers {DrillDuration.Format(latency)} later";
        }

        if (change.Jitter is { } jitter)
        {
            yield return $"varies by {DrillDuration.Format(jitter)}";
        }

        if (change.ErrorRate is { } rate)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"fails {rate * 100:0.##}% of requests");
        }

        if (change.IsReplicationPaused is { } isPaused)
        {
            yield return isPaused ? "stops replicating" : "replicates again";
        }
    }
}
