using System.Collections.Immutable;

namespace Mrap.Core.Metrics;

/// <summary>
/// The metrics that S3 publishes (Amazon S3 User Guide, "Metrics and dimensions" and "Using S3 Replication metrics"). None is of an access
/// point: all are of its member buckets, each in its Region ("Monitoring and logging requests made through a Multi-Region Access Point").
/// </summary>
public static class S3Metrics
{
    /// <summary>The namespace.</summary>
    public const string Namespace = "AWS/S3";

    /// <summary>The id of the metrics configuration, and so the dimension <c>FilterId</c>, that covers a whole bucket.</summary>
    public const string EntireBucket = "EntireBucket";

    /// <summary>How long after they are switched on request metrics usually begin, and replication metrics too.</summary>
    public static TimeSpan Delay { get; } = TimeSpan.FromMinutes(15);

    /// <summary>All requests.</summary>
    public static S3Metric AllRequests { get; } = Requests("AllRequests", "requests");

    /// <summary>GET requests for objects.</summary>
    public static S3Metric GetRequests { get; } = Requests("GetRequests", "GET requests");

    /// <summary>PUT requests for objects.</summary>
    public static S3Metric PutRequests { get; } = Requests("PutRequests", "PUT requests");

    /// <summary>HEAD requests.</summary>
    public static S3Metric HeadRequests { get; } = Requests("HeadRequests", "HEAD requests");

    /// <summary>DELETE requests for objects, DeleteObjects included.</summary>
    public static S3Metric DeleteRequests { get; } = Requests("DeleteRequests", "DELETE requests");

    /// <summary>POST requests.</summary>
    public static S3Metric PostRequests { get; } = Requests("PostRequests", "POST requests");

    /// <summary>Requests that list what is in the bucket.</summary>
    public static S3Metric ListRequests { get; } = Requests("ListRequests", "LIST requests");

    /// <summary>Bytes of answers.</summary>
    public static S3Metric BytesDownloaded { get; } =
        OfRequests("BytesDownloaded", "bytes downloaded", MetricUnit.Bytes, SeriesStatistic.Sum, isZeroWithoutPoints: true);

    /// <summary>Bytes of requests.</summary>
    public static S3Metric BytesUploaded { get; } =
        OfRequests("BytesUploaded", "bytes uploaded", MetricUnit.Bytes, SeriesStatistic.Sum, isZeroWithoutPoints: true);

    /// <summary>Requests refused with a status of 400 to 499; each request counts 0 or 1, so that the average is the rate.</summary>
    public static S3Metric ClientErrors { get; } = Requests("4xxErrors", "4xx errors");

    /// <summary>Requests that failed with a status of 500 to 599; each request counts 0 or 1, so that the average is the rate.</summary>
    public static S3Metric ServerErrors { get; } = Requests("5xxErrors", "5xx errors");

    /// <summary>From the whole request received to the first byte of the answer.</summary>
    public static S3Metric FirstByteLatency { get; } = OfRequests(
        "FirstByteLatency", "time to the first byte", MetricUnit.Milliseconds, SeriesStatistic.Percentile(50), isZeroWithoutPoints: false);

    /// <summary>From the first byte received to the last byte sent.</summary>
    public static S3Metric TotalRequestLatency { get; } = OfRequests(
        "TotalRequestLatency", "time of the whole request", MetricUnit.Milliseconds, SeriesStatistic.Percentile(50),
        isZeroWithoutPoints: false);

    /// <summary>The bytes that a bucket holds in one storage class.</summary>
    public static S3Metric BucketSizeBytes { get; } = OfStorage("BucketSizeBytes", "bytes stored", MetricUnit.Bytes);

    /// <summary>The objects that a bucket holds, versions and delete markers included.</summary>
    public static S3Metric NumberOfObjects { get; } = OfStorage("NumberOfObjects", "objects stored", MetricUnit.Count);

    /// <summary>How far the destination is behind the source, at most.</summary>
    public static S3Metric ReplicationLatency { get; } =
        OfDestination("ReplicationLatency", "replication lag", MetricUnit.Seconds);

    /// <summary>The bytes of objects that wait to be replicated.</summary>
    public static S3Metric BytesPendingReplication { get; } =
        OfDestination("BytesPendingReplication", "bytes that wait for replication", MetricUnit.Bytes);

    /// <summary>How many operations wait to be replicated.</summary>
    public static S3Metric OperationsPendingReplication { get; } =
        OfDestination("OperationsPendingReplication", "operations that wait for replication", MetricUnit.Count);

    /// <summary>How many operations could not be replicated.</summary>
    public static S3Metric OperationsFailedReplication { get; } = new(
        "OperationsFailedReplication", "operations that failed to replicate", S3MetricFamily.Replication, MetricUnit.Count,
        SeriesStatistic.Sum, MetricPlace.Source, IsZeroWithoutPoints: true);

    /// <summary>All of them.</summary>
    public static ImmutableArray<S3Metric> All { get; } =
    [
        AllRequests, GetRequests, PutRequests, HeadRequests, DeleteRequests, PostRequests, ListRequests, BytesDownloaded, BytesUploaded,
        ClientErrors, ServerErrors, FirstByteLatency, TotalRequestLatency, BucketSizeBytes, NumberOfObjects, ReplicationLatency,
        BytesPendingReplication, OperationsPendingReplication, OperationsFailedReplication,
    ];

    private static S3Metric Requests(string name, string title) =>
        OfRequests(name, title, MetricUnit.Count, SeriesStatistic.Sum, isZeroWithoutPoints: true);

    private static S3Metric OfRequests(
        string name, string title, MetricUnit unit, SeriesStatistic statistic, bool isZeroWithoutPoints) =>
        new(name, title, S3MetricFamily.Request, unit, statistic, MetricPlace.Source, isZeroWithoutPoints);

    private static S3Metric OfStorage(string name, string title, MetricUnit unit) =>
        new(name, title, S3MetricFamily.Storage, unit, SeriesStatistic.Average, MetricPlace.Source, IsZeroWithoutPoints: false);

    private static S3Metric OfDestination(string name, string title, MetricUnit unit) => new(
        name, title, S3MetricFamily.Replication, unit, SeriesStatistic.Maximum, MetricPlace.Destination, IsZeroWithoutPoints: false);
}
