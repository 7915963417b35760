using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Core.Geography;
using Mrap.Core.Reference;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>The measured round trips between Regions, completed by the modelled Regions (their sources: Reference/README.md).</summary>
internal sealed class LatencyTable
{
    private readonly FrozenDictionary<RegionId, int> _indexes;
    private readonly double[][] _p50;
    private readonly double[][] _p90;

    private LatencyTable(ImmutableArray<RegionId> regions, int measuredCount, double[][] p50, double[][] p90)
    {
        Regions = regions;
        MeasuredCount = measuredCount;
        Positions = [.. regions.Select(region => RegionCatalog.Find(region)!.Position)];
        _p50 = p50;
        _p90 = p90;
        _indexes = regions.Select((region, index) => (region, index)).ToFrozenDictionary(pair => pair.region, pair => pair.index);
    }

    /// <summary>The one table.</summary>
    public static LatencyTable Shared { get; } = Read();

    /// <summary>The Regions of rows and columns: measured ones first, then modelled ones.</summary>
    public ImmutableArray<RegionId> Regions { get; }

    /// <summary>Where the Regions are, in the order of <see cref="Regions"/>.</summary>
    public ImmutableArray<GeoPoint> Positions { get; }

    /// <summary>How many Regions at the front were measured.</summary>
    public int MeasuredCount { get; }

    /// <summary>The row and column of a Region; -1 when the table does not have it.</summary>
    public int IndexOf(RegionId region) => _indexes.GetValueOrDefault(region, -1);

    /// <summary>The median round trip in milliseconds from row to column.</summary>
    public double P50(int from, int to) => _p50[from][to];

    /// <summary>The 90th percentile in milliseconds from row to column; the median where it was not measured.</summary>
    public double P90(int from, int to) => _p90[from][to];

    /// <summary>Whether a cell was measured.</summary>
    public bool IsMeasured(int from, int to) => from < MeasuredCount && to < MeasuredCount;

    private static LatencyTable Read()
    {
        using var document = ReferenceTable.Open("inter-region-latency.json");
        var root = document.RootElement;
        var measured = root.GetProperty("regions")
            .EnumerateArray()
            .Select(code => RegionId.Parse(code.GetString()).Value)
            .ToImmutableArray();
        var modelled = root.GetProperty("modelled").EnumerateObject().ToImmutableArray();
        var regions = measured.AddRange(modelled.Select(row => RegionId.Parse(row.Name).Value));
        var p50 = Square(root.GetProperty("p50"), regions.Length);
        var p90 = Square(root.GetProperty("p90"), regions.Length);
        var sameRegion = Median(Enumerable.Range(0, measured.Length).Select(i => p50[i][i]));
        for (var row = measured.Length; row < regions.Length; row++)
        {
            for (var column = 0; column < measured.Length; column++)
            {
                var estimate = modelled[row - measured.Length].Value.GetProperty(regions[column].Value).GetDouble();
                p50[row][column] = p50[column][row] = p90[row][column] = p90[column][row] = estimate;
            }

            p50[row][row] = p90[row][row] = sameRegion;
        }

        return new LatencyTable(regions, measured.Length, p50, p90);
    }

    private static double[][] Square(System.Text.Json.JsonElement rows, int size)
    {
        var square = Enumerable.Range(0, size).Select(_ => new double[size]).ToArray();
        var row = 0;
        foreach (var cells in rows.EnumerateArray())
        {
            var column = 0;
            foreach (var cell in cells.EnumerateArray())
            {
                square[row][column++] = cell.GetDouble();
            }

            row++;
        }

        return square;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
