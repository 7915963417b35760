using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>Something that an alarm can watch.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Text">What it warns of, as the end of <c>Warn when …</c>.</param>
/// <param name="Unit">The unit of the threshold.</param>
/// <param name="Usual">A threshold that often fits.</param>
/// <param name="Most">The greatest threshold that means anything.</param>
/// <param name="Draft">Makes the alarm of a threshold.</param>
public sealed record AlarmChoice(string Key, string Text, string Unit, double Usual, double Most, Func<double, AlarmDraft> Draft)
{
    private const double MostMinutes = 24 * 60;
    private const double MostOperations = 100_000_000;

    /// <summary>What can be watched: lag and backlog of each rule, then errors of each bucket.</summary>
    public static ImmutableArray<AlarmChoice> Of(AccessPoint accessPoint, ImmutableArray<SeriesSubject.Replication> rules) =>
    [
        .. rules.SelectMany(rule => OfRule(accessPoint.Name, rule)),
        .. accessPoint.Members.Select(BucketPlace.Of).OrderBy(bucket => bucket.Region).Select(bucket => new AlarmChoice(
            $"errors/{bucket.Bucket}",
            $"{RegionCatalog.ShortNameOf(bucket.Region)} answers more requests with 5xx than",
            "% of requests",
            Usual: 1,
            Most: 100,
            percent => AlarmDraft.OnErrors(accessPoint.Name, bucket, percent / 100))),
    ];

    private static IEnumerable<AlarmChoice> OfRule(AccessPointName name, SeriesSubject.Replication rule)
    {
        var way = $"{RegionCatalog.ShortNameOf(rule.From.Region)} to {RegionCatalog.ShortNameOf(rule.To.Region)} ({rule.RuleId})";
        yield return new AlarmChoice(
            $"lag/{rule.From.Bucket}/{rule.RuleId}/{rule.To.Bucket}", $"replication from {way} is behind more than", "minutes", Usual: 15,
            MostMinutes, minutes => AlarmDraft.OnLag(name, rule, TimeSpan.FromMinutes(minutes)));
        yield return new AlarmChoice(
            $"backlog/{rule.From.Bucket}/{rule.RuleId}/{rule.To.Bucket}", $"operations that wait from {way} are more than", "operations",
            Usual: 1000, MostOperations, operations => AlarmDraft.OnBacklog(name, rule, (int)operations));
    }
}
