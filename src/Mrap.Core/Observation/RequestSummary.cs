using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Observation;

/// <summary>What some requests saw: counted, not predicted.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="Errors">How many of them failed.</param>
/// <param name="MedianMilliseconds">How long half of them took at most; null when there are none.</param>
/// <param name="Regions">By the Region that answered, the most first, null for those that none answered.</param>
/// <param name="Places">By the place they came from, the most first, null for those of which that is not known.</param>
public sealed record RequestSummary(
    int Count,
    int Errors,
    double? MedianMilliseconds,
    ImmutableArray<RequestTally<RegionId?>> Regions,
    ImmutableArray<RequestTally<string?>> Places)
{
    /// <summary>No requests.</summary>
    public static RequestSummary None { get; } = Of([]);

    /// <summary>The part of requests that failed, 0 to 1; 0 when there are none.</summary>
    public double ErrorShare => Count == 0 ? 0 : (double)Errors / Count;

    /// <summary>Sums requests up.</summary>
    /// <param name="requests">The requests; there may be none.</param>
    /// <returns>The summary.</returns>
    public static RequestSummary Of(IReadOnlyCollection<ServedRequest> requests) => new(
        requests.Count,
        requests.Count(request => request.IsError),
        requests.Count == 0 ? null : Median(requests),
        Tally(requests, request => request.Region, region => region?.Value ?? string.Empty),
        Tally(requests, request => request.Vantage, vantage => vantage ?? string.Empty));

    private static ImmutableArray<RequestTally<TSubject>> Tally<TSubject>(
        IReadOnlyCollection<ServedRequest> requests, Func<ServedRequest, TSubject> subject, Func<TSubject, string> name) =>
    [
        .. requests.GroupBy(subject)
            .Select(group => Of(group.Key, [.. group], requests.Count))
            .OrderByDescending(tally => tally.Count)
            .ThenBy(tally => name(tally.Subject), StringComparer.Ordinal),
    ];

    private static RequestTally<TSubject> Of<TSubject>(TSubject subject, ImmutableArray<ServedRequest> some, int all) =>
        new(subject, some.Length, (double)some.Length / all, some.Count(request => request.IsError), Median(some));

    private static double Median(IReadOnlyCollection<ServedRequest> requests)
    {
        var sorted = requests.Select(request => request.Outcome.Milliseconds).Order().ToImmutableArray();
        return sorted[(sorted.Length - 1) / 2];
    }
}
