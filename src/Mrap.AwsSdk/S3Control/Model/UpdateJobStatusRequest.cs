namespace Amazon.S3Control.Model;

/// <summary>Confirms or cancels a job.</summary>
public class UpdateJobStatusRequest : AmazonS3ControlRequest
{
    /// <summary>The account of the job: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The id of the job, required.</summary>
    public string? JobId { get; set; }

    /// <summary>What it is to become, required.</summary>
    public RequestedJobStatus? RequestedJobStatus { get; set; }

    /// <summary>Why.</summary>
    public string? StatusUpdateReason { get; set; }
}
