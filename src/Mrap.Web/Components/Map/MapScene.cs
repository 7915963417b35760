using System.Collections.Immutable;
using Mrap.Core.Maps;

namespace Mrap.Web.Components.Map;

/// <summary>Everything that a map shows on top of the land.</summary>
/// <param name="Regions">The Regions, by code.</param>
/// <param name="Clients">The places of clients.</param>
/// <param name="Arcs">The curves.</param>
/// <param name="Centre">What stands in the middle of the map that the places and curves were made for.</param>
public sealed record MapScene(
    ImmutableArray<MapRegion> Regions,
    ImmutableArray<MapClient> Clients,
    ImmutableArray<MapArc> Arcs,
    MapCentre Centre = MapCentre.Greenwich)
{
    /// <summary>The size of the names, in units of the view box.</summary>
    public const double FontSize = 12.5;

    private const double LineHeight = 15;
    private const double Gap = 5;
    private const double SmallestHalo = 6;

    // A core with its outline, or the cross on one that is down.
    private const double CoreRadius = 6;

    // The widest of the usual sans serif faces in its bold cut, in parts of the size per letter.
    private const double BoldAdvance = 0.68;

    /// <summary>Where the names go on the whole map.</summary>
    public ImmutableArray<LabelPlacement> Labels => LabelsAt(zoom: 1);

    /// <summary>The name with its note.</summary>
    public static string TextOf(MapRegion region) => region.Note.Length == 0 ? region.Name : $"{region.Name} · {region.Note}";

    /// <summary>Where the names go: the nearer the map is looked at, the smaller they are on it.</summary>
    /// <param name="zoom">How near, at least 1.</param>
    public ImmutableArray<LabelPlacement> LabelsAt(double zoom) => LabelLayout.Place(
        Regions.Select(region => new MapLabel(
            region.Id.Value, region.At, TextOf(region).Length * FontSize * BoldAdvance / zoom, region.Radius / zoom)),
        new LabelStyle(LineHeight / zoom, SmallestHalo / zoom, Gap / zoom, CoreRadius / zoom));

    /// <summary>The same scene on a map with another middle.</summary>
    /// <param name="centre">What is to stand in the middle.</param>
    public MapScene Recentre(MapCentre centre) => centre == Centre
        ? this
        : new MapScene(
            [.. Regions.Select(region => region with { At = Move(region.At, centre) })],
            [.. Clients.Select(client => client with { At = Move(client.At, centre) })],
            [.. Arcs.Select(arc => arc with { Arc = arc.Arc.Recentre(Centre, centre) })],
            centre);

    private MapPoint Move(MapPoint point, MapCentre centre) =>
        MapProjection.Unproject(point, Centre) is { } place ? MapProjection.Project(place, centre) : point;
}
