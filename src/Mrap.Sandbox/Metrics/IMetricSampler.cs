namespace Mrap.Sandbox.Metrics;

/// <summary>What is measured, or decided, once a minute. Registered in the container, it is called.</summary>
internal interface IMetricSampler
{
    /// <summary>Does the work of a minute.</summary>
    /// <param name="now">The instant.</param>
    void Sample(DateTimeOffset now);
}
