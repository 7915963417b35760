using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>CloudWatch refused a request.</summary>
public class AmazonCloudWatchException : AmazonServiceException
{
    /// <summary>Makes the exception without an answer.</summary>
    /// <param name="message">The explanation.</param>
    public AmazonCloudWatchException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception from an answer.</summary>
    /// <param name="message">The explanation.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="errorType">Whose fault it is.</param>
    public AmazonCloudWatchException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
