namespace Amazon.CloudWatch.Model;

/// <summary>Values of a metric.</summary>
public class MetricDatum
{
    /// <summary>How often each of <see cref="Values"/> came; once when it is not set.</summary>
    public List<double>? Counts { get; set; }

    /// <summary>The dimensions, at most 30.</summary>
    public List<Dimension>? Dimensions { get; set; }

    /// <summary>The name of the metric.</summary>
    public string? MetricName { get; set; }

    /// <summary>Statistics in the place of values.</summary>
    public StatisticSet? StatisticValues { get; set; }

    /// <summary>The seconds of a point: 1 or 60.</summary>
    public int? StorageResolution { get; set; }

    /// <summary>When it was; now when it is not set.</summary>
    public DateTime? Timestamp { get; set; }

    /// <summary>The unit; none when it is not set.</summary>
    public StandardUnit? Unit { get; set; }

    /// <summary>The value.</summary>
    public double? Value { get; set; }

    /// <summary>Several values, at most 150.</summary>
    public List<double>? Values { get; set; }
}
