namespace Amazon.S3Control.Model;

/// <summary>The outcome of an asynchronous operation.</summary>
public class AsyncResponseDetails
{
    /// <summary>Why it failed.</summary>
    public AsyncErrorDetails? ErrorDetails { get; set; }

    /// <summary>How far each Region is.</summary>
    public MultiRegionAccessPointsAsyncResponse? MultiRegionAccessPointDetails { get; set; }
}
