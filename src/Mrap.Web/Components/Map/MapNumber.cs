using System.Globalization;

namespace Mrap.Web.Components.Map;

/// <summary>Numbers in SVG: never in the reader's culture.</summary>
internal static class MapNumber
{
    public static string Svg(this double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
