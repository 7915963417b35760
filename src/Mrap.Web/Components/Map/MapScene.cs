using System.Collections.Immutable;
using Mrap.Core.Maps;

namespace Mrap.Web.Components.Map;

/// <summary>Everything that a map shows on top of the land.</summary>
/// <param name="Regions">The Regions, by code.</param>
/// <param name="Clients">The places of clients.</param>
/// <param name="Arcs">The curves.</param>
public sealed record MapScene(ImmutableArray<MapRegion> Regions, ImmutableArray<MapClient> Clients, ImmutableArray<MapArc> Arcs)
{
    /// <summary>The size of the names, in units of the view box.</summary>
    public const double FontSize = 12.5;

    private const double LineHeight = 15;
    private const double Gap = 5;

    // The widest of the usual sans serif faces in its bold cut, in parts of the size per letter.
    private const double BoldAdvance = 0.68;

    /// <summary>Where the names go.</summary>
    public ImmutableArray<LabelPlacement> Labels { get; } =
        LabelLayout.Place(
            Regions.Select(region => new MapLabel(region.Id.Value, region.At, TextOf(region).Length * FontSize * BoldAdvance)),
            new LabelStyle(LineHeight, Regions.Select(region => region.Radius).DefaultIfEmpty().Max(), Gap));

    /// <summary>The name with its note.</summary>
    public static string TextOf(MapRegion region) => region.Note.Length == 0 ? region.Name : $"{region.Name} · {region.Note}";
}
