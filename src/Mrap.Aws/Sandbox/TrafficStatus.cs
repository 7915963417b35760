using System.Collections.Immutable;
using Mrap.Core.Traffic;

namespace Mrap.Aws.Sandbox;

/// <summary>How generated traffic stands.</summary>
/// <param name="State"><c>none</c>, <c>seeding</c>, <c>running</c>, <c>done</c> or <c>stopped</c>.</param>
/// <param name="AccessPoint">The alias that it goes through; null when there was never any.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndsAt">When it ends by itself.</param>
/// <param name="AskedRate">The requests per second that were asked for.</param>
/// <param name="ReachedRate">The requests per second that were reached.</param>
/// <param name="Sent">How many requests were sent.</param>
/// <param name="Succeeded">How many were answered as they should be.</param>
/// <param name="Failed">How many were not.</param>
/// <param name="Late">How many were due and could not be sent.</param>
/// <param name="ByRegion">How many requests each Region answered.</param>
/// <param name="ByError">How many requests ended with each error code.</param>
/// <param name="ByPlace">What became of the requests of each place.</param>
public sealed record TrafficStatus(
    string State,
    string? AccessPoint,
    DateTimeOffset StartedAt,
    DateTimeOffset EndsAt,
    double AskedRate,
    double ReachedRate,
    long Sent,
    long Succeeded,
    long Failed,
    long Late,
    ImmutableSortedDictionary<string, long>? ByRegion,
    ImmutableSortedDictionary<string, long>? ByError,
    ImmutableArray<TrafficPlaceReport>? ByPlace)
{
    /// <summary>Whether it goes on.</summary>
    public bool IsUnderWay => State is "seeding" or "running";

    /// <summary>Whether there ever was any.</summary>
    public bool IsThere => State != "none";
}
