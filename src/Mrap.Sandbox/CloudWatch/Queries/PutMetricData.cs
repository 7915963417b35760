using System.Collections.Immutable;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>PutMetricData: all of a call is kept, or nothing.</summary>
internal sealed class PutMetricData(MetricStore store) : ICloudWatchOperations
{
    private const int MaxMetrics = 1000;
    private static readonly TimeSpan s_oldest = TimeSpan.FromDays(14);
    private static readonly TimeSpan s_newest = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public ImmutableArray<CloudWatchOperation> Operations => [new("PutMetricData", Answer)];

    private Action<CloudWatchOutput>? Answer(CloudWatchCall call)
    {
        var metricNamespace = MetricReader.Name(call.Input, "Namespace");
        if (metricNamespace.StartsWith("AWS/", StringComparison.OrdinalIgnoreCase) || metricNamespace[0] == ':')
        {
            throw CloudWatchErrors.InvalidValue("The parameter Namespace must not begin with AWS/ or a colon: those are of AWS services.");
        }

        if (call.Input.Structures("EntityMetricData").Count > 0)
        {
            throw CloudWatchErrors.NotServed("EntityMetricData");
        }

        var data = call.Input.Structures("MetricData");
        if (data.Count is 0 or > MaxMetrics)
        {
            throw CloudWatchErrors.InvalidValue($"The parameter MetricData must have 1 to {MaxMetrics} members.");
        }

        var read = data.Select(datum => Read(call, metricNamespace, datum)).ToList();
        foreach (var (identity, unit, second, values) in read)
        {
            var series = store.Open(identity, unit) ?? throw CloudWatchErrors.LimitExceeded("There are too many metrics.");
            values.AddTo(series, second);
        }

        return null;
    }

    private static (MetricIdentity Identity, string Unit, long Second, MetricValues Values) Read(
        CloudWatchCall call, string metricNamespace, CloudWatchInput datum)
    {
        var identity = new MetricIdentity(
            call.Region, call.Account, metricNamespace, MetricReader.Name(datum, "MetricName"), [.. MetricReader.Dimensions(datum)]);
        if (datum.Integer("StorageResolution", 1, 60) is { } resolution and not 60)
        {
            throw resolution == 1
                ? CloudWatchErrors.NotServed("A storage resolution of one second")
                : CloudWatchErrors.InvalidValue("The parameter StorageResolution must be 1 or 60.");
        }

        var instant = datum.Instant("Timestamp") ?? call.Now;
        if (instant < call.Now - s_oldest || instant > call.Now + s_newest)
        {
            throw CloudWatchErrors.InvalidValue(
                "The parameter Timestamp must be no older than two weeks and no more than two hours in the future.");
        }

        return (identity, MetricReader.Unit(datum) ?? "None", instant.ToUnixTimeSeconds(), MetricValues.Read(datum));
    }
}
