using System.Collections.Immutable;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Aws.Metrics;

/// <summary>
/// Reads series: one call for each Region and 500 series of it, all Regions at once. A Region that fails, or is silent for ten seconds,
/// leaves the others as they are.
/// </summary>
public sealed class GetMetricSeries
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly AwsClients _clients;
    private readonly SeriesCache _cache;
    private readonly TimeProvider _time;

    /// <summary>Prepares the reading.</summary>
    /// <param name="clients">The clients.</param>
    /// <param name="time">The clock.</param>
    public GetMetricSeries(AwsClients clients, TimeProvider time)
    {
        _clients = clients;
        _time = time;
        _cache = new SeriesCache(MetricsRefresh.IntervalOf(clients.Mode) / 2, time);
    }

    /// <summary>Reads them.</summary>
    /// <param name="window">When. Two who ask for the same within half of a refresh share a reading.</param>
    /// <param name="queries">What: any number; the same twice counts once.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What could be read.</returns>
    public async Task<MetricReading> ExecuteAsync(
        MetricWindow window, IEnumerable<SeriesQuery> queries, CancellationToken cancellationToken)
    {
        var series = ImmutableDictionary.CreateBuilder<SeriesQuery, AlignedSeries>();
        var missing = new List<SeriesQuery>();
        foreach (var query in queries.Distinct())
        {
            if (_cache.TryGet(query, window, out var kept))
            {
                series[query] = kept;
            }
            else
            {
                missing.Add(query);
            }
        }

        var readings = await Task.WhenAll(
            missing.GroupBy(query => query.Region).Select(region => ReadAsync(region.Key, window, [.. region], cancellationToken)));
        var faults = ImmutableArray.CreateBuilder<RegionFault>();
        foreach (var (region, asked, outcome) in readings)
        {
            if (!outcome.TryGet(out var read, out var fault))
            {
                faults.Add(new RegionFault(region, fault));
                continue;
            }

            foreach (var (query, found) in asked.Zip(read))
            {
                series[query] = found;
                _cache.Keep(query, window, found);
            }
        }

        return new MetricReading(window, series.ToImmutable(), faults.ToImmutable());
    }

    private async Task<(RegionId Region, List<SeriesQuery> Asked, Outcome<IReadOnlyList<AlignedSeries>> Outcome)> ReadAsync(
        RegionId region, MetricWindow window, List<SeriesQuery> queries, CancellationToken cancellationToken)
    {
        var whatFailed = $"Metrics in {RegionCatalog.ShortNameOf(region)} could not be read.";
        var reader = new RegionSeries(_clients.Metrics(region), window, whatFailed);
        var outcome = await TimeLimit.InvokeAsync(
            s_patience, whatFailed, region.Value, token => reader.ReadAsync(queries, token), _time, cancellationToken);
        return (region, queries, outcome);
    }
}
