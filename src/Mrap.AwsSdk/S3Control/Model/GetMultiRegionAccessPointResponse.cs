using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to GetMultiRegionAccessPoint.</summary>
public class GetMultiRegionAccessPointResponse : AmazonWebServiceResponse
{
    /// <summary>The access point.</summary>
    public MultiRegionAccessPointReport? AccessPoint { get; set; }
}
