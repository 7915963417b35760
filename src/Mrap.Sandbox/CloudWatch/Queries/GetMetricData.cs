using System.Collections.Immutable;
using System.Globalization;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>GetMetricData.</summary>
internal sealed class GetMetricData(MetricStore store) : ICloudWatchOperations
{
    private const int MaxDatapoints = 100_800;

    /// <inheritdoc/>
    public ImmutableArray<CloudWatchOperation> Operations => [new("GetMetricData", Answer)];

    private Action<CloudWatchOutput> Answer(CloudWatchCall call)
    {
        var input = call.Input;
        var queries = MetricDataQuery.ReadAll(call, input.Structures("MetricDataQueries"));
        var (start, end) = (input.RequiredInstant("StartTime"), input.RequiredInstant("EndTime"));
        if (start >= end)
        {
            throw CloudWatchErrors.Validation("The parameter StartTime must be less than the parameter EndTime.");
        }

        var (from, to) = (MetricReader.Start(start, call.Now), MetricReader.End(end));
        var isDescending = input.OneOf("ScanBy", "TimestampDescending", "TimestampAscending") != "TimestampAscending";
        var limit = input.Integer("MaxDatapoints", 1, int.MaxValue) is { } wanted ? Math.Min(wanted, MaxDatapoints) : MaxDatapoints;
        CheckTimezone(input);
        var token = new MetricDataToken(call, from, to, isDescending, queries.Length);
        var page = new MetricDataPage(new QueryEvaluator(store, queries, from, to), queries, isDescending, limit);
        var next = page.Fill(token.Read(input.Text("NextToken")));
        return output =>
        {
            output.Structures("MetricDataResults", page.Results, result => Write(output, result));
            output.Text("NextToken", next is { } position ? token.Write(position) : null);
            output.Structures("Messages", Array.Empty<string>(), _ => { });
        };
    }

    private static void Write(CloudWatchOutput output, MetricDataResult result)
    {
        output.Text("Id", result.Id);
        output.Text("Label", result.Label);
        output.Instants("Timestamps", result.Times);
        output.Numbers("Values", result.Values);
        output.Text("StatusCode", result.IsComplete ? "Complete" : "PartialData");
    }

    private static void CheckTimezone(CloudWatchInput input)
    {
        // it only takes part in dynamic labels, which are given back as they are
        if (input.Structure("LabelOptions")?.Text("Timezone") is { } zone
            && !(zone.Length == 5 && zone[0] is '+' or '-'
                && int.TryParse(zone.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            throw CloudWatchErrors.InvalidValue("The parameter Timezone must look like +0130.");
        }
    }
}
