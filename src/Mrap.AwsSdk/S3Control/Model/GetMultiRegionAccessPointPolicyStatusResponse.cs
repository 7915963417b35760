using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to GetMultiRegionAccessPointPolicyStatus.</summary>
public class GetMultiRegionAccessPointPolicyStatusResponse : AmazonWebServiceResponse
{
    /// <summary>The status of the policy in force.</summary>
    public PolicyStatus? Established { get; set; }
}
