using System.Collections.Immutable;
using Mrap.Aws.Sandbox;
using Mrap.Core.Faults;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.Sandbox;

/// <summary>The shell lines that do what the Sandbox pages do.</summary>
public static class SandboxCommands
{
    /// <summary>Sets a Region's condition.</summary>
    /// <param name="url">The sandbox's address, without a slash at its end.</param>
    public static string Put(string url, RegionId region, RegionCondition condition) =>
        $"curl -X PUT {url}/_sandbox/regions -d '{Text(region, RegionConditionDocument.Of(condition))}'";

    /// <summary>Makes the faults of a preset.</summary>
    /// <param name="url">The sandbox's address, without a slash at its end.</param>
    public static string Put(string url, FaultPreset preset) =>
        $"curl -X PUT {url}/_sandbox/regions -d '{Text(preset.Changes)}'";

    /// <summary>Ends every fault.</summary>
    /// <param name="url">The sandbox's address, without a slash at its end.</param>
    public static string EndAll(string url) => $"curl -X DELETE {url}/_sandbox/regions";

    /// <summary>Says whether clients wait.</summary>
    /// <param name="url">The sandbox's address, without a slash at its end.</param>
    public static string Network(string url, bool areModelled) =>
        $"curl -X PUT {url}/_sandbox/network -d '{{\"delays\":\"{(areModelled ? "modelled" : "none")}\"}}'";

    private static string Text(RegionId region, RegionConditionDocument document) =>
        ChangeConditions.Text(new Dictionary<string, RegionConditionDocument> { [region.Value] = document });

    private static string Text(ImmutableSortedDictionary<RegionId, RegionConditionDocument> changes) =>
        ChangeConditions.Text(changes.ToDictionary(change => change.Key.Value, change => change.Value));
}
