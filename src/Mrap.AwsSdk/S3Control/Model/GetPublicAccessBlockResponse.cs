using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to GetPublicAccessBlock.</summary>
public class GetPublicAccessBlockResponse : AmazonWebServiceResponse
{
    /// <summary>The four settings.</summary>
    public PublicAccessBlockConfiguration? PublicAccessBlockConfiguration { get; set; }
}
