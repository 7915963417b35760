using Mrap.Core.Geography;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>The network model: round trips from any place to any Region (its sources: Reference/README.md).</summary>
/// <remarks>
/// A client inside AWS gets its row of the measured table, its own Region the diagonal. A client on the internet gets the anchor
/// model plus the access constant: the cheapest way over one of the three nearest measured Regions, always an estimate.
/// </remarks>
public static class LatencyModel
{
    /// <summary>What a client on the internet pays to reach the AWS network, in milliseconds.</summary>
    public const double AccessMilliseconds = 10;

    /// <summary>What a kilometre to an anchor costs, in milliseconds of round trip.</summary>
    public const double MillisecondsPerKm = 0.0165;

    /// <summary>The least a kilometre can cost: light in fibre, in milliseconds of round trip. Anything below is a bug.</summary>
    public const double PhysicalFloorPerKm = 0.0098;

    /// <summary>Buckets whose latency is within this many milliseconds of the best count as a tie.</summary>
    public const double TieBandMilliseconds = 5;

    private const int AnchorCount = 3;

    private static readonly double[] s_rows = ComputeRows();

    /// <summary>The median round trip from a vantage to a Region.</summary>
    /// <param name="vantage">Where the client is.</param>
    /// <param name="region">The Region of the bucket.</param>
    /// <returns>The latency, or null when the model does not know the Region (outside the commercial partition).</returns>
    public static Latency? Between(Vantage vantage, RegionId region)
    {
        var target = LatencyTable.Shared.IndexOf(region);
        if (target < 0)
        {
            return null;
        }

        var isMeasured = RowIn(vantage) is var from and >= 0 && LatencyTable.Shared.IsMeasured(from, target);
        return new Latency(Milliseconds(vantage, target), !isMeasured);
    }

    /// <summary>How far the 90th percentile lies above the median between two Regions: the spread that can drive jitter.</summary>
    /// <param name="from">The Region of the client.</param>
    /// <param name="to">The Region of the bucket.</param>
    /// <returns>Milliseconds, 0 or more; 0 where it was not measured.</returns>
    public static double Spread(RegionId from, RegionId to)
    {
        var row = LatencyTable.Shared.IndexOf(from);
        var column = LatencyTable.Shared.IndexOf(to);
        return row < 0 || column < 0 ? 0 : Math.Max(0, LatencyTable.Shared.P90(row, column) - LatencyTable.Shared.P50(row, column));
    }

    /// <summary>The anchor leg: the estimate for a place without the access constant.</summary>
    /// <param name="client">Where the client is.</param>
    /// <param name="region">The Region of the bucket.</param>
    /// <param name="without">A Region that may not serve as an anchor, for judging the model; null for none.</param>
    /// <returns>Milliseconds, or null when the model does not know the Region.</returns>
    internal static double? AnchorLeg(GeoPoint client, RegionId region, RegionId? without = null)
    {
        var target = LatencyTable.Shared.IndexOf(region);
        return target < 0 ? null : AnchorLeg(client, target, without is { } left ? LatencyTable.Shared.IndexOf(left) : -1);
    }

    /// <summary>The latency by the column of the latency table, without allocating.</summary>
    internal static double Milliseconds(Vantage vantage, int target)
    {
        if (vantage.Row >= 0)
        {
            return s_rows[(vantage.Row * LatencyTable.Shared.Regions.Length) + target];
        }

        return RowIn(vantage) is var from and >= 0
            ? LatencyTable.Shared.P50(from, target)
            : AnchorLeg(vantage.Position, target, without: -1) + AccessMilliseconds;
    }

    private static int RowIn(Vantage vantage) => vantage.Region is { } region ? LatencyTable.Shared.IndexOf(region) : -1;

    private static double AnchorLeg(GeoPoint client, int target, int without)
    {
        Span<double> nearest = stackalloc double[AnchorCount];
        Span<int> anchors = stackalloc int[AnchorCount];
        nearest.Fill(double.PositiveInfinity);
        anchors.Fill(-1);
        var table = LatencyTable.Shared;
        for (var anchor = 0; anchor < table.MeasuredCount; anchor++)
        {
            if (anchor != without)
            {
                Insert(nearest, anchors, Distance.Kilometres(client, table.Positions[anchor]), anchor);
            }
        }

        var best = double.PositiveInfinity;
        for (var i = 0; i < AnchorCount; i++)
        {
            var onward = anchors[i] == target ? 0 : table.P50(anchors[i], target);
            best = Math.Min(best, (MillisecondsPerKm * nearest[i]) + onward);
        }

        return best;
    }

    private static void Insert(Span<double> nearest, Span<int> anchors, double kilometres, int anchor)
    {
        for (var i = 0; i < nearest.Length; i++)
        {
            if (kilometres < nearest[i])
            {
                (kilometres, nearest[i]) = (nearest[i], kilometres);
                (anchor, anchors[i]) = (anchors[i], anchor);
            }
        }
    }

    private static double[] ComputeRows()
    {
        var columns = LatencyTable.Shared.Regions.Length;
        var rows = new double[VantageCatalog.All.Length * columns];
        foreach (var vantage in VantageCatalog.All)
        {
            var uncounted = vantage with { Row = -1 };
            for (var column = 0; column < columns; column++)
            {
                rows[(vantage.Row * columns) + column] = Milliseconds(uncounted, column);
            }
        }

        return rows;
    }
}
