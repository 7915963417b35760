namespace Amazon.S3Control.Model;

/// <summary>A Multi-Region Access Point as the service reports it.</summary>
public class MultiRegionAccessPointReport
{
    /// <summary>The alias, such as <c>mfzwi23gnjvgw.mrap</c>.</summary>
    public string? Alias { get; set; }

    /// <summary>When the request to create it arrived, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The name of the access point.</summary>
    public string? Name { get; set; }

    /// <summary>The four settings; all on when absent.</summary>
    public PublicAccessBlockConfiguration? PublicAccessBlock { get; set; }

    /// <summary>The buckets with their Regions.</summary>
    public List<RegionReport>? Regions { get; set; }

    /// <summary>The state.</summary>
    public MultiRegionAccessPointStatus? Status { get; set; }
}
