using System.Security.Cryptography;
using System.Text;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Metrics;

/// <summary>
/// An alarm to be made: it goes off when a series is above a threshold in three of the latest five minutes. All of it follows from what is
/// watched, so that the same alarm has the same name.
/// </summary>
/// <param name="AccessPoint">The access point that it is for.</param>
/// <param name="Kind">What it warns of, for its name: lower-case words with hyphens.</param>
/// <param name="Query">What is watched.</param>
/// <param name="Threshold">What the series must not be above, in its unit.</param>
/// <param name="MissingData">What a minute without a point counts as: <c>ignore</c> or <c>notBreaching</c>.</param>
public sealed record AlarmDraft(AccessPointName AccessPoint, string Kind, SeriesQuery Query, double Threshold, string MissingData)
{
    /// <summary>How many of the latest minutes are looked at.</summary>
    public const int Periods = 5;

    /// <summary>In how many of them the series must be above the threshold.</summary>
    public const int PeriodsToAlarm = 3;

    private const int MaxName = 255;
    private const int DigestLength = 16;

    /// <summary>
    /// The name, unique in its account and Region, at most 255 characters (CloudWatch API Reference, "PutMetricAlarm"): a longer one is
    /// cut, and ends with a digest of all of it.
    /// </summary>
    public string Name
    {
        get
        {
            var name = $"{PrefixOf(AccessPoint)}{Kind}/{Watched}";
            return name.Length <= MaxName ? name : $"{name[..(MaxName - DigestLength - 1)]}~{DigestOf(name)}";
        }
    }

    /// <summary>What it warns of: a sentence.</summary>
    public string Description => Query.Subject switch
    {
        SeriesSubject.Replication rule =>
            $"{Sentence(Query.Metric.Title)} from {rule.From.Bucket} to {rule.To.Bucket}, for the access point {AccessPoint}.",
        var subject => $"{Sentence(Query.Metric.Title)} of {subject.Source.Bucket}, for the access point {AccessPoint}.",
    };

    /// <summary>What the names of all alarms of an access point begin with; no other access point's do.</summary>
    /// <returns>The text.</returns>
    public static string PrefixOf(AccessPointName accessPoint) => $"mrap/{accessPoint}/";

    /// <summary>
    /// Warns when a destination is behind. Idle rules go on publishing, so that a silent minute says nothing (Amazon S3 User Guide, "Using
    /// S3 Replication metrics").
    /// </summary>
    /// <param name="accessPoint">The access point.</param>
    /// <param name="threshold">How far it may be behind, more than nothing.</param>
    /// <returns>The alarm.</returns>
    public static AlarmDraft OnLag(AccessPointName accessPoint, SeriesSubject.Replication rule, TimeSpan threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(threshold, TimeSpan.Zero);
        return new AlarmDraft(
            accessPoint, "replication-lag", new SeriesQuery(S3Metrics.ReplicationLatency, rule), threshold.TotalSeconds, "ignore");
    }

    /// <summary>Warns when operations pile up that wait for replication.</summary>
    /// <param name="accessPoint">The access point.</param>
    /// <param name="operations">How many may wait, 0 or more.</param>
    /// <returns>The alarm.</returns>
    public static AlarmDraft OnBacklog(AccessPointName accessPoint, SeriesSubject.Replication rule, int operations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(operations);
        return new AlarmDraft(
            accessPoint, "replication-backlog", new SeriesQuery(S3Metrics.OperationsPendingReplication, rule), operations, "ignore");
    }

    /// <summary>Warns when too many requests to a member bucket fail. A minute without requests has no failures.</summary>
    /// <param name="accessPoint">The access point.</param>
    /// <param name="rate">Which part of the requests may fail, 0 to 1.</param>
    /// <returns>The alarm.</returns>
    public static AlarmDraft OnErrors(AccessPointName accessPoint, BucketPlace bucket, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        var query = new SeriesQuery(S3Metrics.ServerErrors, SeriesStatistic.Average, new SeriesSubject.Requests(bucket));
        return new AlarmDraft(accessPoint, "server-errors", query, rate, "notBreaching");
    }

    private string Watched => Query.Subject is SeriesSubject.Replication rule
        ? $"{rule.From.Bucket}/{rule.To.Bucket}/{rule.RuleId}"
        : Query.Subject.Source.Bucket.Value;

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];

    private static string Sentence(string title) => $"{char.ToUpperInvariant(title[0])}{title[1..]}";
}
