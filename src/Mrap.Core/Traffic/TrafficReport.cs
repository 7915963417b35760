using System.Collections.Immutable;

namespace Mrap.Core.Traffic;

/// <summary>What became of generated traffic so far.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="AccessPoint">The alias that it goes through.</param>
/// <param name="State">What it is doing.</param>
/// <param name="StartedAt">When the first request was due; when seeding began until then.</param>
/// <param name="Elapsed">How long it has been sent.</param>
/// <param name="Sent">How many requests were sent.</param>
/// <param name="Succeeded">How many were answered as they should be.</param>
/// <param name="Failed">How many were not.</param>
/// <param name="Late">How many were due and not sent, because too many were still unanswered.</param>
/// <param name="BytesRead">The bytes of the answers to reads.</param>
/// <param name="BytesWritten">The bytes of acknowledged writes.</param>
/// <param name="ByRegion">How many requests each Region answered, by Region code.</param>
/// <param name="ByPlace">What became of the requests of each place, by id.</param>
/// <param name="ByError">How many requests ended with each error code.</param>
/// <param name="Next">The index of the sample after the last of <see cref="Samples"/>.</param>
/// <param name="Samples">The requests asked for, in the order in which they were answered; the oldest may be forgotten.</param>
public sealed record TrafficReport(
    TrafficPlan Plan,
    string AccessPoint,
    TrafficState State,
    DateTimeOffset StartedAt,
    TimeSpan Elapsed,
    long Sent,
    long Succeeded,
    long Failed,
    long Late,
    long BytesRead,
    long BytesWritten,
    ImmutableSortedDictionary<string, long> ByRegion,
    ImmutableArray<TrafficPlaceReport> ByPlace,
    ImmutableSortedDictionary<string, long> ByError,
    long Next,
    ImmutableArray<TrafficSample> Samples)
{
    /// <summary>Whether it goes on.</summary>
    public bool IsUnderWay => State is TrafficState.Seeding or TrafficState.Running;

    /// <summary>The requests per second that were reached; 0 before the first second.</summary>
    public double ReachedRate => Elapsed.TotalSeconds > 0 ? (Succeeded + Failed) / Elapsed.TotalSeconds : 0;
}
