using System.Collections.Immutable;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>Reads which member buckets publish request metrics.</summary>
public sealed class GetMetricsSettings(AwsClients clients)
{
    /// <summary>Reads them, all buckets at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>One setting for each bucket, in the order of the members; one that could not be read says why.</returns>
    public async Task<ImmutableArray<BucketMetricsSetting>> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(accessPoint.Members.Select(member => ReadAsync(BucketPlace.Of(member), cancellationToken)))];

    /// <summary>Reads the setting of one bucket.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The setting.</returns>
    public async Task<BucketMetricsSetting> ReadAsync(BucketPlace bucket, CancellationToken cancellationToken)
    {
        var whatFailed = $"The metrics configurations of `{bucket.Bucket}` could not be read.";
        var request = new ListBucketMetricsConfigurationsRequest { BucketName = bucket.Bucket.Value };
        do
        {
            var answer = await AwsCall.InvokeAsync(
                whatFailed, () => clients.S3(bucket.Region).ListBucketMetricsConfigurationsAsync(request, cancellationToken));
            if (!answer.TryGet(out var page, out var fault))
            {
                return new BucketMetricsSetting(bucket, fault);
            }

            if ((page.MetricsConfigurationList ?? []).Any(IsOfAll))
            {
                return new BucketMetricsSetting(bucket, IsEnabled: true);
            }

            // A service that gives the same token again would be asked for ever.
            request.ContinuationToken =
                page.IsTruncated is true && page.NextToken != request.ContinuationToken ? page.NextToken : null;
        }
        while (!string.IsNullOrEmpty(request.ContinuationToken));

        return new BucketMetricsSetting(bucket, IsEnabled: false);
    }

    private static bool IsOfAll(MetricsConfiguration configuration) =>
        configuration is { MetricsId: S3Metrics.EntireBucket, MetricsFilter: null };
}
