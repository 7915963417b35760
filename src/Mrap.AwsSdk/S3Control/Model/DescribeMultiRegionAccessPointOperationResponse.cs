using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to DescribeMultiRegionAccessPointOperation.</summary>
public class DescribeMultiRegionAccessPointOperationResponse : AmazonWebServiceResponse
{
    /// <summary>The operation.</summary>
    public AsyncOperation? AsyncOperation { get; set; }
}
