namespace Amazon.CloudWatch.Model;

/// <summary>The statistics of a period.</summary>
public class Datapoint
{
    /// <summary>The average.</summary>
    public double? Average { get; set; }

    /// <summary>The percentiles by name.</summary>
    public Dictionary<string, double>? ExtendedStatistics { get; set; }

    /// <summary>The greatest value.</summary>
    public double? Maximum { get; set; }

    /// <summary>The least value.</summary>
    public double? Minimum { get; set; }

    /// <summary>How many values there are.</summary>
    public double? SampleCount { get; set; }

    /// <summary>The sum.</summary>
    public double? Sum { get; set; }

    /// <summary>Where the period begins, UTC.</summary>
    public DateTime? Timestamp { get; set; }

    /// <summary>The unit.</summary>
    public StandardUnit? Unit { get; set; }
}
