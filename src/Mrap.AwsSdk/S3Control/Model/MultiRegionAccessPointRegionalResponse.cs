namespace Amazon.S3Control.Model;

/// <summary>How far one Region of an operation is.</summary>
public class MultiRegionAccessPointRegionalResponse
{
    /// <summary>The Region code.</summary>
    public string? Name { get; set; }

    /// <summary>The state in this Region.</summary>
    public string? RequestStatus { get; set; }
}
