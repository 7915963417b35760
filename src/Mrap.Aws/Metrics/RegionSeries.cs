using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Mrap.Aws.Faults;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>Reads many series of one Region with as few calls as can be.</summary>
internal sealed class RegionSeries(IAmazonCloudWatch client, MetricWindow window, string whatFailed)
{
    /// <summary>The most queries of one call (CloudWatch API Reference, "GetMetricData").</summary>
    public const int MaxQueries = 500;

    /// <summary>Reads them: a call for 500 of them, and one more for each page after the first.</summary>
    public async Task<Outcome<IReadOnlyList<AlignedSeries>>> ReadAsync(
        IReadOnlyList<SeriesQuery> queries, CancellationToken cancellationToken)
    {
        var all = new List<AlignedSeries>(queries.Count);
        foreach (var batch in queries.Chunk(MaxQueries))
        {
            var outcome = await ReadBatchAsync(batch, cancellationToken);
            if (!outcome.TryGet(out var points, out var fault))
            {
                return fault;
            }

            all.AddRange(batch.Zip(points, (query, found) => AlignedSeries.Align(query.Id, query.Unit, window, found)));
        }

        return all;
    }

    private async Task<Outcome<List<KeyValuePair<DateTimeOffset, double>>[]>> ReadBatchAsync(
        SeriesQuery[] batch, CancellationToken cancellationToken)
    {
        var points = batch.Select(_ => new List<KeyValuePair<DateTimeOffset, double>>()).ToArray();
        var request = new GetMetricDataRequest
        {
            StartTime = window.From.UtcDateTime,
            EndTime = window.To.UtcDateTime,
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries = [.. batch.Select(Query)],
        };
        do
        {
            var answer = await AwsCall.InvokeAsync(whatFailed, () => client.GetMetricDataAsync(request, cancellationToken));
            if (!answer.TryGet(out var page, out var fault))
            {
                return fault;
            }

            foreach (var result in page.MetricDataResults ?? [])
            {
                if (Refusal(result) is { } refusal)
                {
                    return refusal;
                }

                if (IndexOf(result.Id) is { } index && index < points.Length)
                {
                    points[index].AddRange((result.Timestamps ?? []).Zip(result.Values ?? [], Point));
                }
            }

            // A service that gives the same token again would be asked for ever.
            if (page.NextToken is { Length: > 0 } next && next == request.NextToken)
            {
                return AwsFaults.Unreadable(whatFailed, "the next page is the same page");
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return points;
    }

    private MetricDataQuery Query(SeriesQuery query, int index) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"q{index}"),
        MetricStat = new MetricStat
        {
            Metric = new Metric
            {
                Namespace = S3Metrics.Namespace,
                MetricName = query.Metric.Name,
                Dimensions =
                    [.. query.Subject.Dimensions.Select(dimension => new Dimension { Name = dimension.Key, Value = dimension.Value })],
            },
            Period = (int)window.Period.TotalSeconds,
            Stat = query.Statistic.ToString(),
        },
    };

    private AwsFault? Refusal(MetricDataResult result)
    {
        if (result.StatusCode != StatusCode.Forbidden && result.StatusCode != StatusCode.InternalError)
        {
            return null;
        }

        var why = result.Messages is [{ Value: { Length: > 0 } text }, ..] ? text : $"CloudWatch answered {result.StatusCode}.";
        return result.StatusCode == StatusCode.Forbidden
            ? new AwsFault("AccessDenied", whatFailed, why, "Allow the action `cloudwatch:GetMetricData`.", Status: 403)
            : new AwsFault("InternalServiceError", whatFailed, why, "Try again in a moment.", Status: 500);
    }

    private static int? IndexOf(string? id) =>
        id is ['q', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static KeyValuePair<DateTimeOffset, double> Point(DateTime at, double value) =>
        new(new DateTimeOffset(at.ToUniversalTime(), TimeSpan.Zero), value);
}
