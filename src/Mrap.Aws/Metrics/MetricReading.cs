using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Aws.Metrics;

/// <summary>Series that were read, as far as they could be.</summary>
/// <param name="Window">The window that all of them are on.</param>
/// <param name="Series">The series by what was asked for. One that is not published is there, without values; one of a Region that did not
/// answer is missing.</param>
/// <param name="Faults">The Regions that did not answer, or not fully.</param>
public sealed record MetricReading(
    MetricWindow Window, ImmutableDictionary<SeriesQuery, AlignedSeries> Series, ImmutableArray<RegionFault> Faults)
{
    /// <summary>One of the series.</summary>
    /// <param name="query">What was asked for.</param>
    /// <returns>The series; one without values when it was not read.</returns>
    public AlignedSeries Of(SeriesQuery query) =>
        Series.TryGetValue(query, out var series) ? series : AlignedSeries.Empty(query.Id, query.Unit, Window);

    /// <summary>Why a Region did not answer.</summary>
    /// <returns>The fault; null when it did.</returns>
    public AwsFault? FaultOf(RegionId region) => Faults.FirstOrDefault(fault => fault.Region == region)?.Fault;
}
