using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Mrap.AwsSdk.Protocol;

namespace Amazon.CloudWatch.Internal;

/// <summary>Makes the exception of an error code (CloudWatch API Reference, "Errors" of each action).</summary>
internal static class CloudWatchErrors
{
    public static AmazonServiceException Of(QueryError error)
    {
        var (message, inner, type, code, id, status) = error;
        return code switch
        {
            "InternalServiceError" => new InternalServiceException(message, inner, type, code, id, status),
            "InvalidFormat" => new InvalidFormatException(message, inner, type, code, id, status),
            "InvalidNextToken" => new InvalidNextTokenException(message, inner, type, code, id, status),
            "InvalidParameterCombination" => new InvalidParameterCombinationException(message, inner, type, code, id, status),
            "InvalidParameterValue" => new InvalidParameterValueException(message, inner, type, code, id, status),
            "LimitExceeded" => new LimitExceededException(message, inner, type, code, id, status),
            "MissingParameter" => new MissingRequiredParameterException(message, inner, type, code, id, status),
            "ResourceNotFound" => new ResourceNotFoundException(message, inner, type, code, id, status),
            _ => new AmazonCloudWatchException(message, inner, type, code, id, status),
        };
    }
}
