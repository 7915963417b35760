using System.Collections.Immutable;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Failover;
using Mrap.Core.Routing;

namespace Mrap.Aws.Failover;

/// <summary>Looks whether traffic of an access point can move (Amazon S3 User Guide, "Amazon S3 Multi-Region Access Points failover
/// controls").</summary>
/// <param name="getFacts">Reads what matters about a bucket.</param>
/// <param name="fleet">Tells how the Regions are.</param>
public sealed class CheckReadiness(GetBucketFacts getFacts, FleetConditionsFeed fleet)
{
    /// <summary>Reads what matters about all buckets, at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What is known of each bucket; what could not be read says why.</returns>
    public async Task<ImmutableArray<BucketFacts>> ReadAsync(AccessPoint accessPoint, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(accessPoint.Members.Select(member => getFacts.ExecuteAsync(member, cancellationToken)))];

    /// <summary>Judges a change of routes by what was read.</summary>
    /// <param name="now">The routes as they are.</param>
    /// <param name="wished">The routes as they shall be.</param>
    /// <param name="buckets">What was read.</param>
    public Readiness Judge(RouteTable now, RouteTable wished, ImmutableArray<BucketFacts> buckets) =>
        Readiness.Of(now, wished, fleet.Health, buckets);
}
