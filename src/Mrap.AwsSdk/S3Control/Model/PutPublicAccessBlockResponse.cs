using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to PutPublicAccessBlock.</summary>
public class PutPublicAccessBlockResponse : AmazonWebServiceResponse;
