using System.Collections.Immutable;

namespace Mrap.Core.Routing;

/// <summary>Where a request goes and why, for the map, the tables and the logs alike.</summary>
/// <param name="Vantage">Where the client is.</param>
/// <param name="Candidates">Every route of the table, nearest first; ties by Region code.</param>
/// <param name="Chosen">The candidate that serves the request; null when no active Region can.</param>
/// <param name="Explanation">The decision in one sentence fragment.</param>
public sealed record RoutingDecision(
    Vantage Vantage, ImmutableArray<RoutingCandidate> Candidates, RoutingCandidate? Chosen, string Explanation);
