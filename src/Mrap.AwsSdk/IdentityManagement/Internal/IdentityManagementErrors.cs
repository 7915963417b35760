using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Mrap.AwsSdk.Protocol;

namespace Amazon.IdentityManagement.Internal;

/// <summary>Makes the exception of an error code (IAM API Reference, "Errors" of each action).</summary>
internal static class IdentityManagementErrors
{
    public static AmazonServiceException Of(QueryError error)
    {
        var (message, inner, type, code, id, status) = error;
        return code switch
        {
            "NoSuchEntity" => new NoSuchEntityException(message, inner, type, code, id, status),
            "EntityAlreadyExists" => new EntityAlreadyExistsException(message, inner, type, code, id, status),
            "MalformedPolicyDocument" => new MalformedPolicyDocumentException(message, inner, type, code, id, status),
            "LimitExceeded" => new LimitExceededException(message, inner, type, code, id, status),
            "DeleteConflict" => new DeleteConflictException(message, inner, type, code, id, status),
            "ConcurrentModification" => new ConcurrentModificationException(message, inner, type, code, id, status),
            "UnmodifiableEntity" => new UnmodifiableEntityException(message, inner, type, code, id, status),
            "InvalidInput" => new InvalidInputException(message, inner, type, code, id, status),
            "ServiceFailure" => new ServiceFailureException(message, inner, type, code, id, status),
            _ => new AmazonIdentityManagementServiceException(message, inner, type, code, id, status),
        };
    }
}
