using Mrap.Core.Maps;

namespace Mrap.Web.Hosting;

/// <summary>The land of the world as SVG files that every map refers to, one for each middle. Natural Earth, public domain.</summary>
public static class LandFile
{
    private static readonly LandImage s_greenwich = new("/map/land.svg", MapCentre.Greenwich);
    private static readonly LandImage s_pacific = new("/map/land-pacific.svg", MapCentre.Pacific);

    /// <summary>The address of a map's land; it changes with the content.</summary>
    /// <param name="centre">What stands in the middle of the map.</param>
    public static string UrlOf(MapCentre centre) => (centre == MapCentre.Pacific ? s_pacific : s_greenwich).Url;

    /// <summary>Serves them.</summary>
    public static void MapLandFile(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(s_greenwich.Path, s_greenwich.Get);
        endpoints.MapGet(s_pacific.Path, s_pacific.Get);
    }
}
