using System.Collections.Immutable;
using Mrap.Aws.Drills;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Drills;

/// <summary>A ready drill and what it is adapted to.</summary>
/// <param name="Ready">The ready drill.</param>
/// <param name="AccessPoint">The access point; null when there is none.</param>
/// <param name="Troubled">The Region that gets into trouble.</param>
/// <param name="Other">The Region that takes its part; the same one when the access point has no other.</param>
public sealed record DrillChoice(ReadyDrill Ready, AccessPoint? AccessPoint, RegionId Troubled, RegionId Other)
{
    /// <summary>The Regions of the access point.</summary>
    public ImmutableArray<RegionId> Regions => AccessPoint is null ? [] : [.. AccessPoint.Members.Select(member => member.Region)];

    /// <summary>Those but the one in trouble.</summary>
    public ImmutableArray<RegionId> Others => [.. Regions.Where(region => region != Troubled)];

    /// <summary>The text of the drill; null without an access point.</summary>
    public string? Text => AccessPoint is null ? null : Ready.For(AccessPoint.Name, Troubled, Other);

    /// <summary>What an address asks for, as far as it is there; the first of everything else.</summary>
    public static DrillChoice Of(DrillsState state, ImmutableArray<AccessPoint> accessPoints)
    {
        var ready = ReadyDrill.Find(state.Ready) ?? ReadyDrill.All[0];
        if (accessPoints.IsEmpty)
        {
            return new DrillChoice(ready, AccessPoint: null, default, default);
        }

        var accessPoint = accessPoints.FirstOrDefault(point => point.Name == state.AccessPoint) ?? accessPoints[0];
        var regions = accessPoint.Members.Select(member => member.Region).ToList();
        var troubled = state.Region is { } wanted && regions.Contains(wanted) ? wanted : regions[0];
        var others = regions.Where(region => region != troubled).ToList();
        var other = state.Other is { } taker && others.Contains(taker) ? taker : others.FirstOrDefault(troubled);
        return new DrillChoice(ready, accessPoint, troubled, other);
    }
}
