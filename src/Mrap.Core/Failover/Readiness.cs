using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Failover;

/// <summary>
/// Whether an access point is ready for traffic to move (Amazon S3 User Guide, "Amazon S3 Multi-Region Access Points failover controls").
/// The service never refuses for any of this: clients find out.
/// </summary>
/// <param name="Checks">The checks, in the order in which people go through them.</param>
public sealed record Readiness(ImmutableArray<ReadinessCheck> Checks)
{
    /// <summary>The worst of the checks.</summary>
    public ReadinessVerdict Verdict => Checks.IsEmpty ? ReadinessVerdict.Unknown : Checks.Max(check => check.Verdict);

    /// <summary>Judges a change of routes.</summary>
    /// <param name="now">The routes as they are.</param>
    /// <param name="wished">The routes as they shall be, of the same buckets.</param>
    /// <param name="health">How the Regions are.</param>
    /// <param name="buckets">What is known of the buckets; those without a route are passed over.</param>
    /// <returns>
    /// The checks. Without a Region that gives traffic up, all buckets are compared with each other.
    /// </returns>
    public static Readiness Of(RouteTable now, RouteTable wished, FleetHealth health, ImmutableArray<BucketFacts> buckets)
    {
        var sides = FailoverSides.Of(now, wished, buckets);
        return new Readiness(
        [
            Health(sides, health),
            ReadinessRules.Versioning(sides),
            ReadinessRules.Replication(sides),
            Backlog,
            ReadinessRules.BlockPublicAccess(sides),
            ReadinessRules.Policy(sides),
            ReadinessRules.Encryption(sides),
            ReadinessRules.Lifecycle(sides),
        ]);
    }

    // Which objects are pending is told by CloudWatch's replication metrics alone (AWS page "Viewing replication metrics").
    private static ReadinessCheck Backlog { get; } = new(
        ReadinessSubject.Backlog, ReadinessVerdict.Unknown,
        "How many objects are still on their way is told by the replication metrics of CloudWatch, which are not read here.", []);

    private static ReadinessCheck Health(FailoverSides sides, FleetHealth health)
    {
        var down = sides.Serving.Where(region => health.Of(region) == RegionHealth.Down).ToImmutableArray();
        var degraded = sides.Serving.Where(region => health.Of(region) == RegionHealth.Degraded).ToImmutableArray();
        return (down.IsEmpty, degraded.IsEmpty) switch
        {
            (true, true) => new(ReadinessSubject.Health, ReadinessVerdict.Go, "Every Region that serves afterwards is up.", []),
            (true, false) => new(
                ReadinessSubject.Health, ReadinessVerdict.NoGo, $"{RegionNames.InSentence(degraded)} would serve, and is degraded.",
                degraded),
            _ => new(ReadinessSubject.Health, ReadinessVerdict.NoGo, $"{RegionNames.InSentence(down)} would serve, and is down.", down),
        };
    }
}
