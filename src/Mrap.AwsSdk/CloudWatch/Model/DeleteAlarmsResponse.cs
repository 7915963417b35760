using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The answer to DeleteAlarms.</summary>
public class DeleteAlarmsResponse : AmazonWebServiceResponse;
