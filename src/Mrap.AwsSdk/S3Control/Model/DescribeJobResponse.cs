using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>One job.</summary>
public class DescribeJobResponse : AmazonWebServiceResponse
{
    /// <summary>The job.</summary>
    public JobDescriptor? Job { get; set; }
}
