using Mrap.Core.Regions;

namespace Mrap.Core.Metrics;

/// <summary>One series that can be asked for: a statistic of a metric of something.</summary>
public sealed record SeriesQuery
{
    /// <summary>Asks for the statistic that the metric is usually asked for.</summary>
    /// <exception cref="ArgumentException">The metric is not one of the subject.</exception>
    public SeriesQuery(S3Metric metric, SeriesSubject subject)
        : this(metric, metric.Statistic, subject)
    {
    }

    /// <summary>Asks for a statistic.</summary>
    /// <exception cref="ArgumentException">The metric is not one of the subject.</exception>
    public SeriesQuery(S3Metric metric, SeriesStatistic statistic, SeriesSubject subject)
    {
        if (metric.Family != subject.Family)
        {
            throw new ArgumentException($"{metric.Name} is no metric of {subject.Family}.", nameof(metric));
        }

        (Metric, Statistic, Subject) = (metric, statistic, subject);
    }

    /// <summary>The metric.</summary>
    public S3Metric Metric { get; }

    /// <summary>The statistic.</summary>
    public SeriesStatistic Statistic { get; }

    /// <summary>What it is of.</summary>
    public SeriesSubject Subject { get; }

    /// <summary>A text that no other series has, the same at each reading.</summary>
    public string Id => $"{Metric.Name}:{Statistic}:{string.Join(',', Subject.Dimensions.Select(dimension => dimension.Value))}";

    /// <summary>The Region that publishes it, which alone can answer.</summary>
    public RegionId Region => (Metric.Place == MetricPlace.Destination ? Subject.Destination : Subject.Source).Region;

    /// <summary>What its values are: numbers of values for <see cref="SeriesStatistic.SampleCount"/>, parts of requests for averages of
    /// metrics that count.</summary>
    public MetricUnit Unit => Statistic switch
    {
        _ when Statistic == SeriesStatistic.SampleCount => MetricUnit.Count,
        _ when Statistic == SeriesStatistic.Average && Metric is { Unit: MetricUnit.Count, IsZeroWithoutPoints: true } => MetricUnit.Ratio,
        _ => Metric.Unit,
    };
}
