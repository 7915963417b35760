using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>What all requests to Amazon S3 Control have in common.</summary>
public class AmazonS3ControlRequest : AmazonWebServiceRequest;
