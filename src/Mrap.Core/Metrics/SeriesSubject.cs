using System.Collections.Immutable;

namespace Mrap.Core.Metrics;

/// <summary>What a metric is of.</summary>
public abstract record SeriesSubject
{
    private SeriesSubject()
    {
    }

    /// <summary>The metrics that are published of it.</summary>
    public abstract S3MetricFamily Family { get; }

    /// <summary>The bucket that it is of, or that objects are replicated from.</summary>
    public abstract BucketPlace Source { get; }

    /// <summary>Where metrics are published that are published at the destination.</summary>
    public virtual BucketPlace Destination => Source;

    /// <summary>The dimensions that CloudWatch keeps its metrics under, name and value, in the order of their names.</summary>
    public abstract ImmutableArray<KeyValuePair<string, string>> Dimensions { get; }

    /// <summary>Requests to a bucket that a metrics configuration covers.</summary>
    /// <param name="Bucket">The bucket.</param>
    /// <param name="FilterId">The id of the metrics configuration.</param>
    public sealed record Requests(BucketPlace Bucket, string FilterId = S3Metrics.EntireBucket) : SeriesSubject
    {
        /// <inheritdoc/>
        public override S3MetricFamily Family => S3MetricFamily.Request;

        /// <inheritdoc/>
        public override BucketPlace Source => Bucket;

        /// <inheritdoc/>
        public override ImmutableArray<KeyValuePair<string, string>> Dimensions =>
            [new("BucketName", Bucket.Bucket.Value), new("FilterId", FilterId)];
    }

    /// <summary>What a bucket holds.</summary>
    /// <param name="Bucket">The bucket.</param>
    /// <param name="StorageType">
    /// The class that is counted, such as <c>StandardStorage</c> for bytes; <c>AllStorageTypes</c> for objects.
    /// </param>
    public sealed record Storage(BucketPlace Bucket, string StorageType) : SeriesSubject
    {
        /// <inheritdoc/>
        public override S3MetricFamily Family => S3MetricFamily.Storage;

        /// <inheritdoc/>
        public override BucketPlace Source => Bucket;

        /// <inheritdoc/>
        public override ImmutableArray<KeyValuePair<string, string>> Dimensions =>
            [new("BucketName", Bucket.Bucket.Value), new("StorageType", StorageType)];
    }

    /// <summary>A replication rule.</summary>
    /// <param name="From">The bucket that has the rule.</param>
    /// <param name="To">The bucket that it copies to.</param>
    /// <param name="RuleId">The id of the rule.</param>
    public sealed record Replication(BucketPlace From, BucketPlace To, string RuleId) : SeriesSubject
    {
        /// <inheritdoc/>
        public override S3MetricFamily Family => S3MetricFamily.Replication;

        /// <inheritdoc/>
        public override BucketPlace Source => From;

        /// <inheritdoc/>
        public override BucketPlace Destination => To;

        /// <inheritdoc/>
        public override ImmutableArray<KeyValuePair<string, string>> Dimensions =>
            [new("DestinationBucket", To.Bucket.Value), new("RuleId", RuleId), new("SourceBucket", From.Bucket.Value)];
    }
}
