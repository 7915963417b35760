namespace Mrap.Sandbox.S3.Protocol;

/// <summary>Headers of S3 that several operations speak of.</summary>
internal static class S3Headers
{
    /// <summary>Names the Region of a bucket.</summary>
    public const string BucketRegion = "x-amz-bucket-region";

    /// <summary>Turns a PUT into a copy.</summary>
    public const string CopySource = "x-amz-copy-source";
}
