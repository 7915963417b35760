namespace Amazon.S3Control.Model;

/// <summary>The access point to delete.</summary>
public class DeleteMultiRegionAccessPointInput
{
    /// <summary>The name of the access point.</summary>
    public string? Name { get; set; }
}
