using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Mrap.Web.Components.Charts;

/// <summary>Paths of a plot: a step is one unit wide, and the height is in whole units from above, so that they are short.</summary>
internal static class PlotPath
{
    /// <summary>A line through the middles of the steps; a step without a value is a gap, and one alone between gaps a dash.</summary>
    public static string Line(ImmutableArray<double?> values, double top, int height)
    {
        var path = new StringBuilder();
        var before = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } value)
            {
                continue;
            }

            var y = Y(value, top, height);
            var isBegun = i > 0 && values[i - 1] is not null;
            var goesOn = i + 1 < values.Length && values[i + 1] is not null;
            if (isBegun)
            {
                path.Append("l1 ").Append(y - before);
            }
            else if (goesOn)
            {
                path.Append('M').Append(i).Append(".5 ").Append(y);
            }
            else
            {
                path.Append('M').Append(i).Append(' ').Append(y).Append("h1");
            }

            before = y;
        }

        return path.ToString();
    }

    /// <summary>Bars from the ground, one a step, whose outline is one line.</summary>
    public static string Bars(IReadOnlyList<double> tops, double top, int height)
    {
        var path = new StringBuilder();
        var before = height;
        var run = 0;
        for (var i = 0; i < tops.Count; i++)
        {
            var y = Y(tops[i], top, height);
            if (y != before)
            {
                Across(path, run);
                path.Append('v').Append(y - before);
                (before, run) = (y, 0);
            }

            run++;
        }

        if (path.Length == 0)
        {
            return string.Empty;
        }

        Across(path, run);
        return string.Create(CultureInfo.InvariantCulture, $"M0 {height}{path}V{height}Z");
    }

    private static void Across(StringBuilder path, int run)
    {
        if (run > 0)
        {
            path.Append('h').Append(run);
        }
    }

    private static int Y(double value, double top, int height) => height - (int)Math.Round(Math.Clamp(value / top, 0, 1) * height);
}
