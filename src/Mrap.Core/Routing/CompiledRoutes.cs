using System.Diagnostics.CodeAnalysis;

namespace Mrap.Core.Routing;

/// <summary>
/// A route table made ready for many decisions without explanation: eligible routes only, latencies of every catalog vantage in one
/// row each. Always agrees with <see cref="Router.Route"/>. Immutable; make a new one when the table or the health changes.
/// </summary>
public sealed class CompiledRoutes
{
    private readonly Route[] _eligible;
    private readonly int[] _columns;
    private readonly double[] _rows;

    private CompiledRoutes(Route[] eligible, int[] columns, double[] rows)
    {
        _eligible = eligible;
        _columns = columns;
        _rows = rows;
    }

    /// <summary>Makes a table ready.</summary>
    /// <param name="table">The routes.</param>
    /// <param name="health">The health of the Regions.</param>
    /// <returns>The table, ready.</returns>
    public static CompiledRoutes Compile(RouteTable table, FleetHealth health)
    {
        // INVARIANT: a route table is ordered by Region code, which is what breaks ties
        var eligible = table.Active
            .Where(route => health.Of(route.Region) != RegionHealth.Down && LatencyTable.Shared.IndexOf(route.Region) >= 0)
            .ToArray();
        var columns = Array.ConvertAll(eligible, route => LatencyTable.Shared.IndexOf(route.Region));
        var rows = new double[VantageCatalog.All.Length * columns.Length];
        foreach (var vantage in VantageCatalog.All)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                rows[(vantage.Row * columns.Length) + i] = LatencyModel.Milliseconds(vantage, columns[i]);
            }
        }

        return new CompiledRoutes(eligible, columns, rows);
    }

    /// <summary>Decides without explaining and without allocating.</summary>
    /// <param name="vantage">Where the client is; one from the catalog is decided fastest.</param>
    /// <param name="route">The route to take.</param>
    /// <returns>Whether there is one; false when every active Region is down.</returns>
    public bool TryChoose(Vantage vantage, [NotNullWhen(true)] out Route? route)
    {
        if (_eligible.Length == 0)
        {
            route = null;
            return false;
        }

        if (vantage.Row >= 0)
        {
            route = _eligible[Choose(_rows.AsSpan(vantage.Row * _eligible.Length, _eligible.Length))];
            return true;
        }

        Span<double> row = stackalloc double[RouteTable.MaxRoutes];
        row = row[.._eligible.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = LatencyModel.Milliseconds(vantage, _columns[i]);
        }

        route = _eligible[Choose(row)];
        return true;
    }

    private static int Choose(ReadOnlySpan<double> latencies)
    {
        var best = latencies[0];
        for (var i = 1; i < latencies.Length; i++)
        {
            best = Math.Min(best, latencies[i]);
        }

        best += LatencyModel.TieBandMilliseconds;
        var index = 0;
        while (latencies[index] > best)
        {
            index++;
        }

        return index;
    }
}
