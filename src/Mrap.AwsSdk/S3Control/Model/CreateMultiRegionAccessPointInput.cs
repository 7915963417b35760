namespace Amazon.S3Control.Model;

/// <summary>The access point to create.</summary>
public class CreateMultiRegionAccessPointInput
{
    /// <summary>The name of the access point.</summary>
    public string? Name { get; set; }

    /// <summary>The four settings; all on when absent.</summary>
    public PublicAccessBlockConfiguration? PublicAccessBlock { get; set; }

    /// <summary>The buckets, at most one for each Region.</summary>
    public List<Region>? Regions { get; set; }
}
