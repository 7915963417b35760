namespace Amazon.S3Control.Model;

/// <summary>A bucket of an access point as the service reports it.</summary>
public class RegionReport
{
    /// <summary>The bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>The account that owns the bucket.</summary>
    public string? BucketAccountId { get; set; }

    /// <summary>The Region code of the bucket.</summary>
    public string? Region { get; set; }
}
