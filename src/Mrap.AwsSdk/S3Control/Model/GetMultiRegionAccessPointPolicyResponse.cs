using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to GetMultiRegionAccessPointPolicy.</summary>
public class GetMultiRegionAccessPointPolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The policy in force and the one that is on its way.</summary>
    public MultiRegionAccessPointPolicyDocument? Policy { get; set; }
}
