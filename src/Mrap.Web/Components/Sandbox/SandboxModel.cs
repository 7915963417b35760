using System.Collections.Immutable;
using Mrap.Aws.AccessPoints;
using Mrap.Core.Faults;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;

namespace Mrap.Web.Components.Sandbox;

/// <summary>What the page of the sandbox's Regions shows.</summary>
/// <param name="Rows">The Regions, those with a bucket of an access point first, each group by name.</param>
/// <param name="Scene">The same on a map.</param>
public sealed record SandboxModel(ImmutableArray<ConditionRow> Rows, MapScene Scene)
{
    private const double Radius = 7;

    /// <summary>Works it out.</summary>
    /// <param name="conditions">How the Regions are.</param>
    /// <param name="list">The access points; null while they are not known.</param>
    /// <param name="isEvery">Whether Regions are there that hold nothing and have no fault.</param>
    /// <param name="selected">A Region that is there in any case.</param>
    public static SandboxModel Of(FleetConditions conditions, AccessPointList? list, bool isEvery, RegionId? selected)
    {
        var members = (list?.AccessPoints ?? [])
            .SelectMany(point => point.Members.Select(member => (member.Region, point.Name)))
            .ToLookup(pair => pair.Region, pair => pair.Name);
        var rows = RegionCatalog.Commercial
            .Select(region => new ConditionRow(region.Id, conditions.Of(region.Id), [.. members[region.Id].Order()]))
            .Where(row => isEvery || !row.AccessPoints.IsEmpty || row.Condition.IsFaulty || row.Region == selected)
            .OrderBy(row => row.AccessPoints.IsEmpty)
            .ThenBy(row => RegionCatalog.ShortNameOf(row.Region), StringComparer.Ordinal)
            .ToImmutableArray();
        return new SandboxModel(rows, new MapScene([.. rows.OrderBy(row => row.Region).Select(Region)], [], []));
    }

    private static MapRegion Region(ConditionRow row)
    {
        var name = RegionCatalog.ShortNameOf(row.Region);
        var phrases = string.Join(", ", ConditionText.Phrases(row.Condition));
        return new MapRegion(
            row.Region,
            name,
            row.Condition.State == RegionHealth.Up ? string.Empty : ConditionText.Phrases(row.Condition).First(),
            $"{name}, {row.Region}, {(phrases.Length == 0 ? "up" : phrases)}",
            MapProjection.Project(RegionCatalog.Find(row.Region)!.Position),
            Radius,
            RegionHealthStates.OnMap(row.Condition.State),
            row.AccessPoints.IsEmpty ? "var(--text-second)" : "var(--series-1)");
    }
}
