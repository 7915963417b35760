using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The answer to PutMetricAlarm.</summary>
public class PutMetricAlarmResponse : AmazonWebServiceResponse;
