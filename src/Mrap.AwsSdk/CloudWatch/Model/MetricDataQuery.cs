namespace Amazon.CloudWatch.Model;

/// <summary>One metric or expression that is asked for.</summary>
public class MetricDataQuery
{
    /// <summary>The account whose metric it is.</summary>
    public string? AccountId { get; set; }

    /// <summary>An expression over the ids of other queries; not set beside <see cref="MetricStat"/>.</summary>
    public string? Expression { get; set; }

    /// <summary>Its id, unique in the call: a lower-case letter, then letters, digits and underscores.</summary>
    public string? Id { get; set; }

    /// <summary>The label of the result.</summary>
    public string? Label { get; set; }

    /// <summary>The metric; not set beside <see cref="Expression"/>.</summary>
    public MetricStat? MetricStat { get; set; }

    /// <summary>The seconds that a point of an expression stands for.</summary>
    public int? Period { get; set; }

    /// <summary>Whether its points are answered; true when it is not set.</summary>
    public bool? ReturnData { get; set; }
}
