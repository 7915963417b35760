namespace Amazon.S3Control.Model;

/// <summary>Why a job failed.</summary>
public class JobFailure
{
    /// <summary>The code.</summary>
    public string? FailureCode { get; set; }

    /// <summary>A sentence.</summary>
    public string? FailureReason { get; set; }
}
