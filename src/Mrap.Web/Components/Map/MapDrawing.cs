using System.Collections.Immutable;
using Mrap.Core.Maps;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Map;

/// <summary>A scene as it looks in a view.</summary>
public sealed class MapDrawing
{
    /// <summary>Lays a scene out.</summary>
    public MapDrawing(MapScene source, MapView view)
    {
        Source = source;
        View = view;
        Scene = source.Recentre(view.Centre);
        Labels = Scene.LabelsAt(view.Zoom);
    }

    /// <summary>The scene as it was given.</summary>
    public MapScene Source { get; }

    /// <summary>The view.</summary>
    public MapView View { get; }

    /// <summary>The scene around the middle of the view.</summary>
    public MapScene Scene { get; }

    /// <summary>Where the names go.</summary>
    public ImmutableArray<LabelPlacement> Labels { get; }
}
