using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The job that was made.</summary>
public class CreateJobResponse : AmazonWebServiceResponse
{
    /// <summary>The id of the job.</summary>
    public string? JobId { get; set; }
}
