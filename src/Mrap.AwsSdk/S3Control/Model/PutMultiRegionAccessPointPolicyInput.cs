namespace Amazon.S3Control.Model;

/// <summary>The policy to put.</summary>
public class PutMultiRegionAccessPointPolicyInput
{
    /// <summary>The name of the access point.</summary>
    public string? Name { get; set; }

    /// <summary>The policy document as JSON text.</summary>
    public string? Policy { get; set; }
}
