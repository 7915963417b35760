using System.Net;
using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>Amazon S3 Control refused a request.</summary>
public class AmazonS3ControlException : AmazonServiceException
{
    /// <summary>Makes the exception without an answer.</summary>
    /// <param name="message">The explanation.</param>
    public AmazonS3ControlException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception from an answer.</summary>
    /// <param name="message">The explanation.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="errorType">Whose fault it is.</param>
    public AmazonS3ControlException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
