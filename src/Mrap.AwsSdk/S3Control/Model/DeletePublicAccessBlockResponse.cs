using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The answer to DeletePublicAccessBlock.</summary>
public class DeletePublicAccessBlockResponse : AmazonWebServiceResponse;
