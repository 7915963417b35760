using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>
/// Changes to the routes of an access point that are not made yet. A wish that the routes fulfil by now is no change: it drops out when
/// somebody else makes it. Immutable.
/// </summary>
/// <param name="Now">The routes as they are.</param>
/// <param name="Wishes">The wished dials of Regions; those without a bucket of the access point are passed over.</param>
public sealed record RouteDraft(RouteTable Now, ImmutableSortedDictionary<RegionId, TrafficDial> Wishes)
{
    /// <summary>The routes that would change, with their wished dial, by Region code.</summary>
    public ImmutableArray<Route> Pending =>
    [
        .. Now.Routes
            .Select(route => Wishes.TryGetValue(route.Region, out var dial) ? route with { Dial = dial } : route)
            .Where(route => route.Dial != Now.Find(route.Region)!.Dial),
    ];

    /// <summary>Whether nothing would change.</summary>
    public bool IsEmpty => Pending.IsEmpty;

    /// <summary>
    /// What would become of it by the rules of the service; a draft without changes leads to the routes as they are.
    /// </summary>
    public RouteUpdateOutcome Outcome => Pending is { IsEmpty: false } pending
        ? Now.Apply(pending.Select(route => RouteUpdate.Of(route.Bucket, route.Dial)))
        : new RouteUpdateOutcome.Applied(Now, []);

    /// <summary>No changes.</summary>
    /// <param name="now">The routes as they are.</param>
    /// <returns>The draft.</returns>
    public static RouteDraft Of(RouteTable now) => new(now, ImmutableSortedDictionary<RegionId, TrafficDial>.Empty);

    /// <summary>The changes that lead to other routes of the same buckets, such as those of an hour ago.</summary>
    /// <param name="now">The routes as they are.</param>
    /// <param name="wished">The routes as they shall be; Regions that only one of both has are passed over.</param>
    /// <returns>The draft.</returns>
    public static RouteDraft Towards(RouteTable now, RouteTable wished) =>
        wished.Routes.Where(route => now.Find(route.Region) is not null)
            .Aggregate(Of(now), (draft, route) => draft.With(route.Region, route.Dial));

    /// <summary>Wishes a dial for a Region.</summary>
    /// <returns>The draft.</returns>
    public RouteDraft With(RegionId region, TrafficDial dial) => this with { Wishes = Wishes.SetItem(region, dial) };

    /// <summary>
    /// Exchanges an active Region and a passive one, in one act (Amazon S3 User Guide, "Amazon S3 Multi-Region Access Points failover
    /// controls").
    /// </summary>
    /// <param name="from">The Region that takes traffic now.</param>
    /// <param name="to">The Region that shall take it.</param>
    /// <returns>The draft; null unless the first is active and the second passive.</returns>
    public RouteDraft? Exchange(RegionId from, RegionId to) =>
        Now.Find(from) is { IsActive: true } && Now.Find(to) is { IsActive: false }
            ? With(from, TrafficDial.Passive).With(to, TrafficDial.Active)
            : null;
}
