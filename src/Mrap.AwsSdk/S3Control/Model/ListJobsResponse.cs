using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>Jobs, the newest first.</summary>
public class ListJobsResponse : AmazonWebServiceResponse
{
    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }

    /// <summary>The jobs.</summary>
    public List<JobListDescriptor>? Jobs { get; set; }
}
