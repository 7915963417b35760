namespace Mrap.Sandbox.Metrics;

/// <summary>One name and value of those that tell a metric from others of its name.</summary>
internal readonly record struct MetricDimension(string Name, string Value);
