namespace Mrap.Core.Metrics;

/// <summary>A metric of the namespace <c>AWS/S3</c>.</summary>
/// <param name="Name">Its name, such as <c>AllRequests</c>.</param>
/// <param name="Title">What it says, for people: lower-case, without a full stop.</param>
/// <param name="Statistic">The statistic that it is usually asked for.</param>
/// <param name="Place">In which Region it is published.</param>
/// <param name="IsZeroWithoutPoints">Whether a period without a point means zero: nothing is published while there is nothing to count.
/// Otherwise it means that nothing is known.</param>
public sealed record S3Metric(
    string Name, string Title, S3MetricFamily Family, MetricUnit Unit, SeriesStatistic Statistic, MetricPlace Place,
    bool IsZeroWithoutPoints);
