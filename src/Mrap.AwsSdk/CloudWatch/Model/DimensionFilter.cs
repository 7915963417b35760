namespace Amazon.CloudWatch.Model;

/// <summary>A dimension that metrics must have.</summary>
public class DimensionFilter
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Its value; any when it is not set.</summary>
    public string? Value { get; set; }
}
