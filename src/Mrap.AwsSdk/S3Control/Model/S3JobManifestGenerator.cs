namespace Amazon.S3Control.Model;

/// <summary>A list of objects made from those of a bucket.</summary>
public class S3JobManifestGenerator
{
    /// <summary>The account that must own the bucket.</summary>
    public string? ExpectedBucketOwner { get; set; }

    /// <summary>The ARN of the bucket, required.</summary>
    public string? SourceBucket { get; set; }

    /// <summary>Which objects; all when absent.</summary>
    public JobManifestGeneratorFilter? Filter { get; set; }

    /// <summary>Whether the list is kept, required.</summary>
    public bool? EnableManifestOutput { get; set; }
}
