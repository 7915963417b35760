namespace Amazon.CloudWatch.Model;

/// <summary>An alarm on a metric.</summary>
public class MetricAlarm
{
    /// <summary>Whether its actions are done.</summary>
    public bool? ActionsEnabled { get; set; }

    /// <summary>What is done when it comes to be in alarm, ARNs.</summary>
    public List<string>? AlarmActions { get; set; }

    /// <summary>Its ARN.</summary>
    public string? AlarmArn { get; set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }

    /// <summary>A text for people.</summary>
    public string? AlarmDescription { get; set; }

    /// <summary>The name, unique in the account and Region.</summary>
    public string? AlarmName { get; set; }

    /// <summary>How the statistic is compared with the threshold.</summary>
    public ComparisonOperator? ComparisonOperator { get; set; }

    /// <summary>How many of the periods must breach; all when it is not set.</summary>
    public int? DatapointsToAlarm { get; set; }

    /// <summary>The dimensions of the metric.</summary>
    public List<Dimension>? Dimensions { get; set; }

    /// <summary>How many periods are looked at.</summary>
    public int? EvaluationPeriods { get; set; }

    /// <summary>The percentile, such as <c>p99</c>.</summary>
    public string? ExtendedStatistic { get; set; }

    /// <summary>The name of the metric.</summary>
    public string? MetricName { get; set; }

    /// <summary>The metrics and expressions of an alarm on metric math.</summary>
    public List<MetricDataQuery>? Metrics { get; set; }

    /// <summary>The namespace, such as <c>AWS/S3</c>.</summary>
    public string? Namespace { get; set; }

    /// <summary>The seconds that a point stands for: 60 or a multiple, or 1, 5, 10 or 30.</summary>
    public int? Period { get; set; }

    /// <summary>Why it is in this state.</summary>
    public string? StateReason { get; set; }

    /// <summary>Since when its reason is that, UTC.</summary>
    public DateTime? StateUpdatedTimestamp { get; set; }

    /// <summary>The state.</summary>
    public StateValue? StateValue { get; set; }

    /// <summary>The statistic.</summary>
    public Statistic? Statistic { get; set; }

    /// <summary>What the statistic is compared with.</summary>
    public double? Threshold { get; set; }

    /// <summary>What a period without points counts as: <c>breaching</c>, <c>notBreaching</c>, <c>ignore</c> or <c>missing</c>.</summary>
    public string? TreatMissingData { get; set; }

    /// <summary>The unit; any when it is not set.</summary>
    public StandardUnit? Unit { get; set; }
}
