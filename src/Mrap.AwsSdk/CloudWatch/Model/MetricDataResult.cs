namespace Amazon.CloudWatch.Model;

/// <summary>The points of one query.</summary>
public class MetricDataResult
{
    /// <summary>The id of the query.</summary>
    public string? Id { get; set; }

    /// <summary>The label.</summary>
    public string? Label { get; set; }

    /// <summary>What the service has to say of it.</summary>
    public List<MessageData>? Messages { get; set; }

    /// <summary>Whether these are all points.</summary>
    public StatusCode? StatusCode { get; set; }

    /// <summary>Where the points begin, UTC.</summary>
    public List<DateTime>? Timestamps { get; set; }

    /// <summary>The values, one for each of <see cref="Timestamps"/>.</summary>
    public List<double>? Values { get; set; }
}
