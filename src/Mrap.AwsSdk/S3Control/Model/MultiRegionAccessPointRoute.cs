namespace Amazon.S3Control.Model;

/// <summary>The routing status of one bucket.</summary>
public class MultiRegionAccessPointRoute
{
    /// <summary>The bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>The Region code.</summary>
    public string? Region { get; set; }

    /// <summary>100 for active, 0 for passive.</summary>
    public int? TrafficDialPercentage { get; set; }
}
