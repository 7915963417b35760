using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;
using Mrap.Web.Look;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>Draws replication on the map: a curve for each direction in which rules lead.</summary>
public static class ReplicationScene
{
    private const double Halo = 13;

    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(10);

    /// <summary>The buckets and the curves between them.</summary>
    /// <param name="now">When it is, against which lag is measured.</param>
    public static MapScene Of(AccessPointName accessPoint, ReplicationModel model, DateTimeOffset now) => new(
        [
            .. model.Members
                .Select((member, index) => (Member: member, Colour: RegionColours.Of(index)))
                .Where(each => RegionCatalog.Find(each.Member.Region) is not null)
                .OrderBy(each => each.Member.Region)
                .Select(each => Region(each.Member, each.Colour, model)),
        ],
        [],
        Arcs(accessPoint, model, now));

    /// <summary>The curves, one for each source and destination.</summary>
    /// <inheritdoc cref="Of"/>
    public static ImmutableArray<MapArc> Arcs(AccessPointName accessPoint, ReplicationModel model, DateTimeOffset now) =>
    [
        .. model.Pairs.Select(pair => Arc(accessPoint, pair, now)).OfType<MapArc>(),
    ];

    private static MapArc? Arc(AccessPointName accessPoint, RulePair pair, DateTimeOffset now)
    {
        if (RegionCatalog.Find(pair.Source.Region) is not { } from || RegionCatalog.Find(pair.Destination.Region) is not { } to)
        {
            return null;
        }

        var lag = pair.Lag(now);
        var rules = DisplayFormat.Count(pair.Rows.Length, "rule", "rules");
        var state = !pair.IsOn ? "disabled" : lag is { } late ? $"{DisplayFormat.Duration(late)} behind" : "enabled";
        return new MapArc(
            $"{pair.Source.Region}>{pair.Destination.Region}",
            $"{from.ShortName} to {to.ShortName}: {rules}, {state}",
            Mrap.Core.Maps.Arc.Between(from.Position, to.Position),
            IsQuiet: false,
            !pair.IsOn ? MapArcState.Stopped : lag > s_late ? MapArcState.Lagging : MapArcState.Flowing,
            Url: ConsoleUrls.Rules(accessPoint, new RulesState(pair.First!.Address, Action: null)));
    }

    private static MapRegion Region(MemberBucket member, string colour, ReplicationModel model)
    {
        var name = RegionCatalog.ShortNameOf(member.Region);
        var to = model.Pairs.Where(pair => pair.Source == member && pair.IsOn).Select(pair => pair.Destination.Region).ToList();
        var from = model.Pairs.Where(pair => pair.Destination == member && pair.IsOn).Select(pair => pair.Source.Region).ToList();
        var sends = to.Count == 0 ? "replicates to no Region" : $"replicates to {RegionNames.InSentence(to)}";
        var takes = from.Count == 0 ? "gets no replicas" : $"gets replicas from {RegionNames.InSentence(from)}";
        return new MapRegion(
            member.Region, name, string.Empty, $"{name}, {member.Region}, {sends}, {takes}",
            MapProjection.Project(RegionCatalog.Find(member.Region)!.Position), Halo, MapRegionState.Active, colour,
            [member.Region.Value, sends, takes]);
    }
}
