using System.Collections.Immutable;

namespace Mrap.Aws.Routing;

/// <summary>How far the newest routes have come.</summary>
/// <param name="SubmittedAt">When they were submitted; that of the access point's creation when they were never changed.</param>
/// <param name="Takes">How long it takes until the last vantage sees them.</param>
/// <param name="Vantages">How many vantages there are.</param>
/// <param name="Pending">The ids of the vantages that do not see them yet, Regions by code, then cities by id.</param>
public sealed record RouteProgress(DateTimeOffset SubmittedAt, TimeSpan Takes, int Vantages, ImmutableArray<string> Pending)
{
    /// <summary>Whether every vantage sees them.</summary>
    public bool IsDone => Pending.IsEmpty;
}
