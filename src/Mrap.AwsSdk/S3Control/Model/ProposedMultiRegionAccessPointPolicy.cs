namespace Amazon.S3Control.Model;

/// <summary>The policy that is on its way to all Regions.</summary>
public class ProposedMultiRegionAccessPointPolicy
{
    /// <summary>The document as JSON text.</summary>
    public string? Policy { get; set; }
}
