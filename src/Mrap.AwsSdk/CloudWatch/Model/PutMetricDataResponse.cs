using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The answer to PutMetricData.</summary>
public class PutMetricDataResponse : AmazonWebServiceResponse;
