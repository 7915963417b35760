namespace Mrap.Sandbox.S3.Metrics;

/// <summary>A metrics configuration of a bucket (Amazon S3 API Reference, "MetricsConfiguration").</summary>
/// <param name="Id">Its id, which is the dimension <c>FilterId</c>: 1 to 64 letters, digits, dots, hyphens and underscores.</param>
/// <param name="Filter">Which requests it counts; null for all.</param>
internal sealed record MetricsConfiguration(string Id, MetricsFilter? Filter);
