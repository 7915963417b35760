using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>
/// The routes of one access point (AWS page "GetMultiRegionAccessPointRoutes"). Invariants: 1 to 17 routes, one per Region, ordered by
/// Region code, at least one active. Immutable and
/// compared by content.
/// </summary>
public sealed class RouteTable : IEquatable<RouteTable>
{
    /// <summary>The most routes of a table.</summary>
    public const int MaxRoutes = 17;

    private RouteTable(ImmutableArray<Route> routes) => Routes = routes;

    /// <summary>The routes, ordered by Region code.</summary>
    public ImmutableArray<Route> Routes { get; }

    /// <summary>The routes that take traffic; never empty.</summary>
    public IEnumerable<Route> Active => Routes.Where(route => route.IsActive);

    /// <summary>Makes a table from routes in any order.</summary>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The routes break an invariant.</exception>
    public static RouteTable Create(IEnumerable<Route> routes)
    {
        var sorted = routes.OrderBy(route => route.Region).ToImmutableArray();
        if (sorted.Length is 0 or > MaxRoutes)
        {
            throw new ArgumentException("a route table has 1 to 17 routes", nameof(routes));
        }

        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Region == sorted[i - 1].Region)
            {
                throw new ArgumentException("a route table has one route per Region", nameof(routes));
            }
        }

        return sorted.Any(route => route.IsActive)
            ? new RouteTable(sorted)
            : throw new ArgumentException("a route table has an active route", nameof(routes));
    }

    /// <summary>The table of a new access point: every Region active.</summary>
    /// <param name="members">The member buckets, one per Region.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">There is no member, there are too many, or two are in one Region.</exception>
    public static RouteTable AllActive(IEnumerable<MemberBucket> members) =>
        Create(members.Select(member => new Route(member.Bucket, member.Region, TrafficDial.Active)));

    /// <summary>The route of a Region.</summary>
    /// <returns>The route, or null when the access point has no bucket there.</returns>
    public Route? Find(RegionId region) => Routes.FirstOrDefault(route => route.Region == region);

    /// <summary>Applies a partial change: routes that are not named keep their dial. All or nothing.</summary>
    /// <param name="updates">The updates, in any order.</param>
    /// <returns>
    /// The new table, or the refusal with AWS's code: <c>InvalidRequest</c>, or <c>MethodNotAllowed</c> for a table of one Region.
    /// </returns>
    public RouteUpdateOutcome Apply(IEnumerable<RouteUpdate> updates)
    {
        if (Routes.Length == 1)
        {
            return Refuse("MethodNotAllowed", 405, "Failover is not possible: the Multi-Region Access Point has only one Region.");
        }

        var dials = new Dictionary<RegionId, TrafficDial>();
        foreach (var update in updates)
        {
            if (!TrafficDial.FromPercentage(update.Percentage).TryGet(out var dial))
            {
                return Invalid(
                    string.Create(CultureInfo.InvariantCulture, $"TrafficDialPercentage must be 0 or 100, not {update.Percentage}."));
            }

            var (route, fault) = Resolve(update);
            if (route is null)
            {
                return Invalid(fault);
            }

            if (!dials.TryAdd(route.Region, dial))
            {
                return Invalid($"The route in {route.Region} is named more than once.");
            }
        }

        if (dials.Count == 0)
        {
            return Invalid("No route is named.");
        }

        var routes =
            Routes.Select(route => dials.TryGetValue(route.Region, out var dial) ? route with { Dial = dial } : route).ToImmutableArray();
        return routes.Any(route => route.IsActive)
            ? new RouteUpdateOutcome.Applied(new RouteTable(routes), Changed(routes))
            : Invalid("At least one Region must stay active: a Multi-Region Access Point cannot have only passive Regions.");
    }

    /// <summary>The updates that lead from this table to another: a dial for each Region that differs.</summary>
    /// <param name="wished">A table of the same buckets.</param>
    /// <returns>The updates by Region code; empty when the tables agree.</returns>
    public ImmutableArray<RouteUpdate> UpdatesTo(RouteTable wished) =>
        [
            .. wished.Routes.Where(
                route =>
                    Find(route.Region) is { } mine && mine.Dial != route.Dial).Select(route => RouteUpdate.Of(route.Bucket, route.Dial))];

    /// <inheritdoc/>
    public bool Equals(RouteTable? other) => other is not null && Routes.AsSpan().SequenceEqual(other.Routes.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RouteTable);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var route in Routes)
        {
            hash.Add(route);
        }

        return hash.ToHashCode();
    }

    private static RouteUpdateOutcome.Refused Refuse(string code, int status, string message) =>
        new(new ServiceFault(code, status, message));

    private static RouteUpdateOutcome.Refused Invalid(string message) => Refuse("InvalidRequest", 400, message);

    private (Route? Route, string Fault) Resolve(RouteUpdate update)
    {
        if (update.Bucket is null && update.Region is null)
        {
            return (null, "A route must name a bucket or a Region.");
        }

        var byBucket = update.Bucket is { } bucket ? Routes.FirstOrDefault(route => route.Bucket == bucket) : null;
        var byRegion = update.Region is { } region ? Find(region) : null;
        if (update.Bucket is not null && byBucket is null)
        {
            return (null, $"The bucket {update.Bucket} is not part of the Multi-Region Access Point.");
        }

        if (update.Region is not null && byRegion is null)
        {
            return (null, $"The Multi-Region Access Point has no bucket in {update.Region}.");
        }

        return byBucket is not null && byRegion is not null && byBucket != byRegion
            ? (null, $"The bucket {update.Bucket} is not in {update.Region}.")
            : (byBucket ?? byRegion, string.Empty);
    }

    private ImmutableArray<RegionId> Changed(ImmutableArray<Route> routes) =>
        [.. routes.Zip(Routes).Where(pair => pair.First.Dial != pair.Second.Dial).Select(pair => pair.First.Region)];
}
