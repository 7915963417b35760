using System.Collections.Immutable;
using Mrap.Core.Maps;

namespace Mrap.Web.Components.Map;

/// <summary>A scene as it looks in a view.</summary>
/// <param name="Source">The scene.</param>
/// <param name="View">The view.</param>
public sealed record MapDrawing(MapScene Source, MapView View)
{
    /// <summary>The scene around the middle of the view.</summary>
    public MapScene Scene { get; } = Source.Recentre(View.Centre);

    /// <summary>Where the names go.</summary>
    public ImmutableArray<LabelPlacement> Labels { get; } = Source.Recentre(View.Centre).LabelsAt(View.Zoom);
}
