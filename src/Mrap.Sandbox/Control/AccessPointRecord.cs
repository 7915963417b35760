using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Sandbox.Control;

/// <summary>An access point with what belongs to it and changes.</summary>
/// <param name="Point">The access point.</param>
/// <param name="Submissions">The route tables that some vantage may still see, oldest first; at least one.</param>
/// <param name="EstablishedPolicy">The policy in force, JSON; null when there never was one.</param>
/// <param name="ProposedPolicy">The policy on its way to all Regions, JSON; null when none is.</param>
internal sealed record AccessPointRecord(
    AccessPoint Point, ImmutableArray<RouteSubmission> Submissions, string? EstablishedPolicy, string? ProposedPolicy)
{
    /// <summary>The ARN of the access point, made once.</summary>
    public string ArnText { get; } = Point.Arn.ToString();

    /// <summary>The newest routes, as the control plane tells them.</summary>
    public RouteTable Routes => Submissions[^1].Table;

    /// <summary>The routes as a vantage sees them: each vantage learns of a change at its own time within the propagation time.</summary>
    /// <param name="vantage">Where the client is.</param>
    /// <param name="now">The instant.</param>
    /// <param name="propagation">How long a change takes to reach the last vantage.</param>
    public RouteSubmission SeenFrom(Vantage vantage, DateTimeOffset now, TimeSpan propagation)
    {
        if (Submissions.Length == 1)
        {
            return Submissions[0];
        }

        var delay = RoutePropagation.DelayOf(vantage, propagation);
        for (var i = Submissions.Length - 1; i > 0; i--)
        {
            if (Submissions[i].At + delay <= now)
            {
                return Submissions[i];
            }
        }

        return Submissions[0];
    }

    /// <summary>The record with a new route table; tables that no vantage can see any more are dropped.</summary>
    public AccessPointRecord WithRoutes(RouteTable table, DateTimeOffset now, TimeSpan propagation)
    {
        var settled = 0;
        for (var i = 0; i < Submissions.Length; i++)
        {
            if (Submissions[i].At + propagation <= now)
            {
                settled = i;
            }
        }

        return this with { Submissions = [.. Submissions[settled..], new RouteSubmission(now, table)] };
    }
}
