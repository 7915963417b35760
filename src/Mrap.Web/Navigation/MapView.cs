using System.Globalization;
using Mrap.Core.Maps;

namespace Mrap.Web.Navigation;

/// <summary>
/// Which part of the map is seen. It never reaches beyond the map, whatever it is made from; the default is the whole map around Greenwich.
/// </summary>
public readonly record struct MapView
{
    /// <summary>The nearest view.</summary>
    public const double MaxZoom = 8;

    private const string Pacific = "p";
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly double _nearer;

    private MapView(double x, double y, double zoom, MapCentre centre)
    {
        _nearer = Math.Round(Bound(zoom, 1, MaxZoom) - 1, 2);
        X = Math.Round(Bound(x, 0, MapProjection.Width * (1 - (1 / Zoom))), 1);
        Y = Math.Round(Bound(y, 0, MapProjection.Height * (1 - (1 / Zoom))), 1);
        Centre = centre;
    }

    /// <summary>The left edge, in units of the whole map.</summary>
    public double X { get; }

    /// <summary>The upper edge, in units of the whole map.</summary>
    public double Y { get; }

    /// <summary>How many times larger than on the whole map everything is, 1 to 8.</summary>
    public double Zoom => 1 + _nearer;

    /// <summary>What stands in the middle of the whole map.</summary>
    public MapCentre Centre { get; }

    /// <summary>The view as the value of a <c>transform</c> attribute.</summary>
    public string Transform => string.Create(
        CultureInfo.InvariantCulture, $"scale({Zoom:0.##}) translate({0 - X:0.##} {0 - Y:0.##})");

    /// <summary>A view; what reaches beyond the map is moved onto it.</summary>
    public static MapView Of(double x, double y, double zoom, MapCentre centre = MapCentre.Greenwich) => new(x, y, zoom, centre);

    /// <summary>Reads a view as <see cref="ToString"/> writes it.</summary>
    /// <returns>The view, moved onto the map; null for a text that is none.</returns>
    public static MapView? Parse(string text)
    {
        var parts = text.Split(',');
        return parts.Length is 3 or 4
            && (parts.Length == 3 || parts[3] == Pacific)
            && Read(parts[0]) is { } x
            && Read(parts[1]) is { } y
            && Read(parts[2]) is { } zoom
                ? Of(x, y, zoom, parts.Length == 3 ? MapCentre.Greenwich : MapCentre.Pacific)
                : null;
    }

    /// <summary>The same stretch of the world on a map with another middle, as well as that map can show it.</summary>
    public MapView Around(MapCentre centre)
    {
        var (width, height) = (MapProjection.Width / Zoom, MapProjection.Height / Zoom);
        return MapProjection.Unproject(new MapPoint(X + (width / 2), Y + (height / 2)), Centre) is { } middle
            ? Of(MapProjection.Project(middle, centre).X - (width / 2), Y, Zoom, centre)
            : Of(X, Y, Zoom, centre);
    }

    /// <summary>The view as addresses have it: <c>x,y,zoom</c>, and <c>,p</c> with the Pacific in the middle.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{X:0.#},{Y:0.#},{Zoom:0.##}{(Centre == MapCentre.Pacific ? $",{Pacific}" : string.Empty)}");

    private static double? Read(string text) =>
        double.TryParse(text, Number, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static double Bound(double value, double min, double max) => double.IsNaN(value) ? min : Math.Clamp(value, min, max);
}
