using System.Collections.Immutable;
using Mrap.Aws.Requests;
using Mrap.Core.AccessPoints;
using Mrap.Core.Observation;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>The requests of the last hour through one access point.</summary>
/// <param name="Requests">The requests, newest first.</param>
/// <param name="Summary">The same, summed up.</param>
/// <param name="Since">From when on they are all there: an hour ago, or later when there were too many to be remembered.</param>
public sealed record SeenRequests(ImmutableArray<ServedRequest> Requests, RequestSummary Summary, DateTimeOffset Since)
{
    private static readonly TimeSpan s_period = TimeSpan.FromHours(1);

    /// <summary>Picks them out.</summary>
    /// <param name="recent">What is known of requests; null while nothing is.</param>
    public static SeenRequests Of(RecentRequests? recent, AccessPointAlias alias, DateTimeOffset now)
    {
        var known = recent ?? RecentRequests.None;
        var requests = known.Of(alias, now - s_period);
        return new SeenRequests(requests, RequestSummary.Of(requests), known.KnownSince(now - s_period));
    }

    /// <summary>The figure of them.</summary>
    public OverviewFigure Figure => new(
        "Requests, last hour",
        Summary.Count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture),
        Summary switch
        {
            { Count: 0 } => "none came through it",
            { Errors: 0 } => $"none failed · median {DisplayFormat.Milliseconds(Summary.MedianMilliseconds ?? 0)}",
            _ => $"{DisplayFormat.Count(Summary.Errors, "failed", "failed")}, {DisplayFormat.Percent(Summary.ErrorShare)} of them",
        },
        Summary switch { { Errors: > 0 } => FigureTone.Bad, { Count: > 0 } => FigureTone.Good, _ => FigureTone.Plain });
}
