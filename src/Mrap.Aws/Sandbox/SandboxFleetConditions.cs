using Mrap.Aws.Faults;
using Mrap.Core.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Sandbox;

/// <summary>Asks the sandbox how its Regions are: <c>GET /_sandbox/regions</c>.</summary>
/// <param name="sandbox">The sandbox.</param>
public sealed class SandboxFleetConditions(SandboxControl sandbox) : IFleetConditionsSource
{
    private const string WhatFailed = "How the Regions are could not be read.";

    /// <inheritdoc/>
    public bool IsKnown => true;

    /// <inheritdoc/>
    public async Task<Outcome<FleetConditions>> ReadAsync(CancellationToken cancellationToken) => Read(
        await sandbox.GetAsync<Dictionary<string, RegionConditionDocument>>("regions", WhatFailed, cancellationToken), WhatFailed);

    /// <summary>Reads the sandbox's answer. Regions that are not known are passed over.</summary>
    internal static Outcome<FleetConditions> Read(Outcome<Dictionary<string, RegionConditionDocument>> answer, string whatFailed)
    {
        if (!answer.TryGet(out var regions, out var fault))
        {
            return fault;
        }

        var conditions = FleetConditions.AllSound;
        foreach (var (name, document) in regions)
        {
            if (document?.State is null || !document.Apply(RegionCondition.Sound).TryGet(out var condition))
            {
                return AwsFaults.Unreadable(whatFailed, "it does not say it for each Region");
            }

            if (RegionId.Parse(name).TryGet(out var region))
            {
                conditions = conditions.With(region, condition);
            }
        }

        return conditions;
    }
}
