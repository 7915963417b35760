using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to PutMultiRegionAccessPointPolicy.</summary>
public class PutMultiRegionAccessPointPolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN that identifies the asynchronous operation.</summary>
    public string? RequestTokenARN { get; set; }
}
