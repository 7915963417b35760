using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to GetMultiRegionAccessPointRoutes.</summary>
public class GetMultiRegionAccessPointRoutesResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN of the access point.</summary>
    public string? Mrap { get; set; }

    /// <summary>One route for each Region.</summary>
    public List<MultiRegionAccessPointRoute>? Routes { get; set; }
}
