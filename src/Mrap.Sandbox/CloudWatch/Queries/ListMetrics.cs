using System.Collections.Immutable;
using System.Globalization;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>ListMetrics: what had a value within two weeks.</summary>
internal sealed class ListMetrics(MetricStore store) : ICloudWatchOperations
{
    private const int PageSize = 500;
    private const int MaxFilters = 10;
    private static readonly TimeSpan s_listed = TimeSpan.FromDays(14);
    private static readonly TimeSpan s_recent = TimeSpan.FromHours(3);

    /// <inheritdoc/>
    public ImmutableArray<CloudWatchOperation> Operations => [new("ListMetrics", Answer)];

    private Action<CloudWatchOutput> Answer(CloudWatchCall call)
    {
        var input = call.Input;
        var metricNamespace = input.Bounded("Namespace", 255);
        var name = input.Bounded("MetricName", 255);
        var filters = input.Structures("Dimensions")
            .Select(item => (Name: item.Required("Name", 255), Value: item.Bounded("Value", 1024)))
            .ToList();
        if (filters.Count > MaxFilters)
        {
            throw CloudWatchErrors.InvalidValue($"The parameter Dimensions may have {MaxFilters} members.");
        }

        if (input.Flag("IncludeLinkedAccounts") == true)
        {
            throw CloudWatchErrors.NotServed("Listing the metrics of linked accounts");
        }

        var since = (call.Now - (input.OneOf("RecentlyActive", "PT3H") is null ? s_listed : s_recent)).ToUnixTimeSeconds();
        var scope = $"ListMetrics {call.Region} {call.Account} {metricNamespace} {name}";
        var start = ReadToken(scope, input.Text("NextToken"));
        var found = store.List(call.Region, call.Account)
            .Where(series => series.LastValue >= since)
            .Select(series => series.Identity)
            .Where(id => (metricNamespace ?? id.Namespace) == id.Namespace && (name ?? id.Name) == id.Name && Matches(id, filters))
            .OrderBy(id => id.Namespace, StringComparer.Ordinal)
            .ThenBy(id => id.Name, StringComparer.Ordinal)
            .ThenBy(id => id.DimensionText, StringComparer.Ordinal)
            .Skip(start)
            .Take(PageSize + 1)
            .ToList();
        return output =>
        {
            output.Structures("Metrics", found.Take(PageSize), id => Write(output, id));
            output.Text(
                "NextToken",
                found.Count > PageSize ? OpaqueToken.Make(scope, (start + PageSize).ToString(CultureInfo.InvariantCulture)) : null);
        };
    }

    private static int ReadToken(string scope, string? token) => token is null ? 0
        : int.TryParse(OpaqueToken.Read(scope, token), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start
        : throw CloudWatchErrors.InvalidNextToken();

    private static bool Matches(MetricIdentity id, List<(string Name, string? Value)> filters)
    {
        var dimensions = filters.Count == 0 ? [] : id.Dimensions;
        return filters.TrueForAll(filter =>
            dimensions.Any(dimension => dimension.Name == filter.Name && (filter.Value ?? dimension.Value) == dimension.Value));
    }

    private static void Write(CloudWatchOutput output, MetricIdentity id)
    {
        output.Text("Namespace", id.Namespace);
        output.Text("MetricName", id.Name);
        output.Structures("Dimensions", id.Dimensions, dimension =>
        {
            output.Text("Name", dimension.Name);
            output.Text("Value", dimension.Value);
        });
    }
}
