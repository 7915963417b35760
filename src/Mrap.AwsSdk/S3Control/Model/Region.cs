namespace Amazon.S3Control.Model;

/// <summary>A bucket of an access point; the service finds its Region.</summary>
public class Region
{
    /// <summary>The bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>The account that owns the bucket, when it is another.</summary>
    public string? BucketAccountId { get; set; }
}
