using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>
/// Reads how requests spread over the member buckets (Amazon S3 User Guide, "Monitoring and logging requests made through a Multi-Region
/// Access Point"). A bucket is counted with all of its requests, those made to it directly too.
/// </summary>
/// <param name="series">Reads the series.</param>
/// <param name="settings">Tells why a bucket has none.</param>
public sealed class GetRequestDistribution(GetMetricSeries series, GetMetricsSettings settings)
{
    /// <summary>Reads it.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The distribution, as far as it is known; what is not says why.</returns>
    public async Task<RequestDistribution> ExecuteAsync(AccessPoint accessPoint, MetricWindow window, CancellationToken cancellationToken)
    {
        var reading = await series.ExecuteAsync(window, accessPoint.Members.Select(BucketPlace.Of).Select(Query), cancellationToken);
        return await ExecuteAsync(accessPoint, reading, cancellationToken);
    }

    internal static SeriesQuery Query(BucketPlace bucket) => new(S3Metrics.AllRequests, new SeriesSubject.Requests(bucket));

    /// <summary>Takes it from what was read with other series.</summary>
    internal async Task<RequestDistribution> ExecuteAsync(
        AccessPoint accessPoint, MetricReading reading, CancellationToken cancellationToken)
    {
        var buckets = await Task.WhenAll(
            accessPoint.Members.Select(member => ReadAsync(BucketPlace.Of(member), reading, cancellationToken)));
        return RequestDistribution.Of(
            reading.Window, [.. buckets.Select(bucket => KeyValuePair.Create(bucket.Bucket, bucket.Requests))],
            buckets.Select(bucket => bucket.Caveat).OfType<MetricCaveat>());
    }

    private async Task<(BucketPlace Bucket, AlignedSeries Requests, MetricCaveat? Caveat)> ReadAsync(
        BucketPlace bucket, MetricReading reading, CancellationToken cancellationToken)
    {
        var requests = reading.Of(Query(bucket)).Named(bucket.Bucket.Value);
        if (reading.FaultOf(bucket.Region) is { } fault)
        {
            return (bucket, requests, MetricCaveat.Unreadable(bucket, fault.Why));
        }

        if (!requests.IsEmpty)
        {
            return (bucket, requests.WithZeros(), null);
        }

        // No point at all: nobody asked for anything, or nothing is counted.
        var setting = await settings.ReadAsync(bucket, cancellationToken);
        return setting.IsEnabled.TryGet(out var isEnabled, out var unread) switch
        {
            false => (bucket, requests, MetricCaveat.Unreadable(bucket, unread!.Why)),
            true when isEnabled => (bucket, requests.WithZeros(), null),
            true => (bucket, requests, MetricCaveat.NotEnabled(bucket)),
        };
    }
}
