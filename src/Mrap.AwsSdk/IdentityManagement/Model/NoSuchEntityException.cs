using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>There is no such role, policy or other resource.</summary>
public class NoSuchEntityException : AmazonIdentityManagementServiceException
{
    /// <summary>Makes the exception from an answer.</summary>
    /// <param name="message">The explanation.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="errorType">Whose fault it is.</param>
    public NoSuchEntityException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
