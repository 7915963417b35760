namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>Where a page of GetMetricData begins.</summary>
/// <param name="Query">The place of the query.</param>
/// <param name="Series">The place of the series among its results.</param>
/// <param name="Point">The place of the point in the series.</param>
internal readonly record struct MetricDataPosition(int Query, int Series, int Point);
