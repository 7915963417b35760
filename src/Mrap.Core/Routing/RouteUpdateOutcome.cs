using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>What became of a change of routes: all of it was applied, or none of it.</summary>
public abstract record RouteUpdateOutcome
{
    private RouteUpdateOutcome()
    {
    }

    /// <summary>Every update was applied.</summary>
    /// <param name="Table">The new table.</param>
    /// <param name="Changed">The Regions whose dial differs from before, by code; empty when nothing changed.</param>
    public sealed record Applied(RouteTable Table, ImmutableArray<RegionId> Changed) : RouteUpdateOutcome;

    /// <summary>Nothing was applied.</summary>
    /// <param name="Fault">Why, in AWS's words.</param>
    public sealed record Refused(ServiceFault Fault) : RouteUpdateOutcome;
}
