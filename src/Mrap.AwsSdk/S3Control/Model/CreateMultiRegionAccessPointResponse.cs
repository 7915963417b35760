using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to CreateMultiRegionAccessPoint.</summary>
public class CreateMultiRegionAccessPointResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN that identifies the asynchronous operation.</summary>
    public string? RequestTokenARN { get; set; }
}
