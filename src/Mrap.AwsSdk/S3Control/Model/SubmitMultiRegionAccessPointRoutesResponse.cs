using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to SubmitMultiRegionAccessPointRoutes.</summary>
public class SubmitMultiRegionAccessPointRoutesResponse : AmazonWebServiceResponse;
