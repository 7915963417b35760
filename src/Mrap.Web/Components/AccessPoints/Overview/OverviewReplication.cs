using System.Collections.Immutable;
using Mrap.Aws.Replication;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Replication.Planning;
using Mrap.Web.Components.AccessPoints.Replication;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>What the overview says of replication.</summary>
/// <param name="accessPoint">The access point.</param>
/// <param name="buckets">What was read of its buckets.</param>
public sealed class OverviewReplication(AccessPointName accessPoint, ImmutableArray<BucketReplication> buckets)
{
    private ReplicationModel _model = ReplicationModel.Of([], watch: null);

    /// <summary>The curves of the map: the same array as long as they are the same.</summary>
    public ImmutableArray<MapArc> Arcs { get; private set; } = [];

    /// <summary>Where to go from here.</summary>
    public (string Text, string Url) Link => IsEmpty
        ? ("Create replication rules", ConsoleUrls.CreateRules(accessPoint))
        : ("Open the rules", ConsoleUrls.Replication(accessPoint));

    /// <summary>What the map shows, in words.</summary>
    public string Note => _model.Unread is [var (member, why), ..]
        ? $"The rules of {RegionCatalog.ShortNameOf(member.Region)} are not known. {why}"
        : IsEmpty ? "No enabled rule leads from one of these buckets to another: an object stays in the Region that took it."
        : $"{DisplayFormat.Count(_model.CountOn, "enabled rule", "enabled rules")} between these buckets.";

    private bool IsEmpty => _model is { CountOn: 0, Unread.IsEmpty: true };

    /// <summary>Takes note of how replication goes.</summary>
    /// <param name="watch">What waits and what failed; null when nobody tells.</param>
    /// <param name="now">When it is, against which lag is measured.</param>
    public void Show(ReplicationWatch? watch, DateTimeOffset now)
    {
        _model = ReplicationModel.Of(buckets, watch);
        var arcs = ReplicationScene.Arcs(accessPoint, _model, now);
        Arcs = arcs.Select(Shown).SequenceEqual(Arcs.Select(Shown)) ? Arcs : arcs;
    }

    private static (string, MapArcState, string?) Shown(MapArc arc) => (arc.Title, arc.State, arc.Url);
}
