using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>What became of a job.</summary>
public class UpdateJobStatusResponse : AmazonWebServiceResponse
{
    /// <summary>The id of the job.</summary>
    public string? JobId { get; set; }

    /// <summary>How far it is.</summary>
    public JobStatus? Status { get; set; }

    /// <summary>Why.</summary>
    public string? StatusUpdateReason { get; set; }
}
