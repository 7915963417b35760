using System.Globalization;
using System.Text;
using Mrap.Web.Data.Activity;

namespace Mrap.Web.Components.Charts;

/// <summary>A plot as comma-separated values (RFC 4180): ISO 8601 times of UTC, invariant numbers, an empty field for no value.</summary>
internal static class PlotCsv
{
    /// <summary>Writes all series of a plot, those that the reader does not look at too.</summary>
    public static string Of(Plot plot)
    {
        var text = new StringBuilder();
        text.Append(CsvLine.Write([plot.IsElapsed ? "seconds" : "time", .. plot.Series.Select(series => series.Name)]));
        for (var i = 0; i < plot.Count; i++)
        {
            text.Append(CsvLine.Write(
            [
                plot.IsElapsed
                    ? (plot.At(i) - plot.Start).TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)
                    : plot.At(i).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                .. plot.Series.Select(series => series.Values[i]?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty),
            ]));
        }

        return text.ToString();
    }
}
