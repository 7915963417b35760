using Mrap.Aws.Connections;
using Mrap.Aws.Feeds;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>
/// One feed for an access point and a range, shared by everybody who looks at them. It is read every minute from AWS, which bills each
/// metric that is read, and more often from the sandbox; nothing is read while nobody looks.
/// </summary>
public sealed class MetricsFeed : IDisposable
{
    // Feeds that nobody looks at are forgotten beyond this number.
    private const int MaxKept = 64;

    private readonly FeedCache<(AccessPointName Name, TimeRange Range), AccessPointMetrics> _feeds;

    /// <summary>Prepares the feeds; nothing is read yet.</summary>
    /// <param name="clients">Says how often reading is worth it.</param>
    /// <param name="metrics">Reads them.</param>
    /// <param name="time">The clock.</param>
    public MetricsFeed(AwsClients clients, GetAccessPointMetrics metrics, TimeProvider time)
    {
        var interval = MetricsRefresh.IntervalOf(clients.Mode);
        _feeds = new FeedCache<(AccessPointName Name, TimeRange Range), AccessPointMetrics>(
            key => new Feed<AccessPointMetrics>(
                cancellationToken => metrics.ExecuteAsync(key.Name, key.Range, cancellationToken), _ => interval, time),
            MaxKept, time);
    }

    /// <summary>The feed of an access point and a range.</summary>
    /// <returns>The feed.</returns>
    public Feed<AccessPointMetrics> Of(AccessPointName name, TimeRange range) => _feeds.Of((name, range));

    /// <inheritdoc/>
    public void Dispose() => _feeds.Dispose();
}
