namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>A result of GetMetricData, or what of it fits on a page.</summary>
/// <param name="Times">In seconds since 1970.</param>
/// <param name="IsComplete">Whether nothing of it follows on the next page.</param>
internal sealed record MetricDataResult(string Id, string Label, long[] Times, double[] Values, bool IsComplete);
