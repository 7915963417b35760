namespace Amazon.S3Control.Model;

/// <summary>The policy in force.</summary>
public class EstablishedMultiRegionAccessPointPolicy
{
    /// <summary>The document as JSON text.</summary>
    public string? Policy { get; set; }
}
