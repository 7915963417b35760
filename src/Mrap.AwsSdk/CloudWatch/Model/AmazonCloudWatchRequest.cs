using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>What all requests to CloudWatch have in common.</summary>
public class AmazonCloudWatchRequest : AmazonWebServiceRequest;
