using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to ListMultiRegionAccessPoints.</summary>
public class ListMultiRegionAccessPointsResponse : AmazonWebServiceResponse
{
    /// <summary>The access points.</summary>
    public List<MultiRegionAccessPointReport>? AccessPoints { get; set; }

    /// <summary>Where to go on, if there is more.</summary>
    public string? NextToken { get; set; }
}
