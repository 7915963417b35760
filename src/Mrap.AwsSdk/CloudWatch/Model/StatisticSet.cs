namespace Amazon.CloudWatch.Model;

/// <summary>Statistics of several values.</summary>
public class StatisticSet
{
    /// <summary>The greatest value.</summary>
    public double? Maximum { get; set; }

    /// <summary>The least value.</summary>
    public double? Minimum { get; set; }

    /// <summary>How many values there are.</summary>
    public double? SampleCount { get; set; }

    /// <summary>Their sum.</summary>
    public double? Sum { get; set; }
}
