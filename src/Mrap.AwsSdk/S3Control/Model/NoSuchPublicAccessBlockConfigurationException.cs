using System.Net;
using Amazon.Runtime;

namespace Amazon.S3Control.Model;

/// <summary>The account has no public access block.</summary>
public class NoSuchPublicAccessBlockConfigurationException : AmazonS3ControlException
{
    /// <summary>Makes the exception from an answer.</summary>
    /// <param name="message">The explanation.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="errorType">Whose fault it is.</param>
    public NoSuchPublicAccessBlockConfigurationException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
