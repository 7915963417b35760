using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Metrics;

/// <summary>
/// Counts requests in the metrics of the bucket that served them, in its own Region, for every configuration that it has. The request that
/// puts a configuration is not counted: the configuration was not there when it arrived.
/// </summary>
internal sealed class RequestMetrics(RegionStores stores, MetricStore metrics) : IRequestObserver
{
    private readonly ConcurrentDictionary<string, Counted> _buckets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Observe(RequestObserved request, HttpContext http)
    {
        if (request is not { Bucket: { } bucket, Region: { } region }
            || !(request.Service == AwsService.S3 || request.Service == AwsService.S3Global)
            || request.Operation == BucketMetrics.Put)
        {
            return;
        }

        var counted = Find(bucket, region);
        foreach (var (configuration, series) in counted.Series)
        {
            if (configuration.Filter is not { } filter || Matches(filter, request, counted))
            {
                series.Add(request);
            }
        }
    }

    private static bool Matches(MetricsFilter filter, RequestObserved request, Counted counted) =>
        request.Key is { } key && filter.Matches(
            key, request.AccessPoint, filter.HasTags ? counted.Store?.FindObject(counted.Bucket, key, versionId: null) : null);

    private Counted Find(string bucket, string region)
    {
        if (_buckets.TryGetValue(bucket, out var known)
            && known.Generation == metrics.Generation
            && ReferenceEquals(known.Stored, known.Now())
            && known.Region == region)
        {
            return known;
        }

        var counted = Open(bucket, region);
        if (counted.Store is not null)
        {
            _buckets[bucket] = counted;
        }

        return counted;
    }

    private Counted Open(string text, string region)
    {
        if (!BucketName.Parse(text).TryGet(out var bucket)
            || stores.FindBucket(bucket) is not { } location
            || location.Region.Value != region)
        {
            return Counted.Nothing;
        }

        var store = stores.Get(location.Region);
        var document = store.FindConfiguration(bucket, MetricsDocument.Kind);
        return new Counted(
            metrics.Generation,
            store,
            bucket,
            region,
            document,
            [
                .. MetricsDocument.Stored(document).All.Select(configuration =>
                    (configuration, new RequestSeries((name, unit) => metrics.Open(
                        new MetricIdentity(
                            region, location.Bucket.Owner.Value, S3Metrics.Namespace, name, new("BucketName", text),
                            new("FilterId", configuration.Id)),
                        unit)))),
            ]);
    }

    /// <summary>What is counted for a bucket, for as long as its configurations stay the same.</summary>
    private sealed record Counted(
        int Generation,
        RegionStore? Store,
        BucketName Bucket,
        string Region,
        string? Stored,
        ImmutableArray<(MetricsConfiguration Configuration, RequestSeries Series)> Series)
    {
        public static Counted Nothing { get; } = new(0, null, default, string.Empty, null, []);

        public string? Now() => Store?.FindConfiguration(Bucket, MetricsDocument.Kind);
    }
}
