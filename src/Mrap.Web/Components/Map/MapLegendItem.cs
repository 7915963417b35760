using System.Collections.Immutable;

namespace Mrap.Web.Components.Map;

/// <summary>A sign of the map and what it means.</summary>
/// <param name="Kind">The sign, as a CSS class.</param>
/// <param name="Text">What it means.</param>
/// <param name="IsLine">Whether it is an arc; otherwise a Region or a dot.</param>
public sealed record MapLegendItem(string Kind, string Text, bool IsLine)
{
    /// <summary>How wide the sign is, in pixels.</summary>
    public int Width => IsLine ? 26 : 16;

    /// <summary>The signs that a scene has.</summary>
    public static ImmutableArray<MapLegendItem> Of(MapScene scene, MapLegend texts)
    {
        var states = scene.Regions.Select(region => region.State).ToHashSet();
        var arcs = scene.Arcs.Where(arc => !arc.IsQuiet).Select(arc => arc.State).ToHashSet();
        return [.. new (bool IsThere, MapLegendItem Item)[]
        {
            (states.Contains(MapRegionState.Active), Mark("active", texts.ActiveText ?? $"active, {texts.SizeText}")),
            (states.Contains(MapRegionState.Degraded), Mark("degraded", "degraded: late, or failing in part")),
            (states.Contains(MapRegionState.Passive), Mark("passive", "passive")),
            (states.Contains(MapRegionState.Down), Mark("down", "down")),
            (!scene.Clients.IsEmpty && texts.ClientText.Length > 0, Mark("client", texts.ClientText)),
            (scene.Arcs.Any(arc => arc.IsQuiet), Line("quiet", texts.QuietText)),
            (arcs.Contains(MapArcState.Flowing), Line("flowing", texts.ArcText)),
            (arcs.Contains(MapArcState.Lagging), Line("lagging", texts.LaggingText)),
            (arcs.Contains(MapArcState.Stopped), Line("stopped", texts.StoppedText)),
        }.Where(sign => sign.IsThere).Select(sign => sign.Item)];
    }

    private static MapLegendItem Mark(string kind, string text) => new(kind, text, IsLine: false);

    private static MapLegendItem Line(string kind, string text) => new(kind, text, IsLine: true);
}
