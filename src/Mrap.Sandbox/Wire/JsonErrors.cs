namespace Mrap.Sandbox.Wire;

/// <summary>
/// The codes of services that speak JSON, for what every service refuses alike (Access Analyzer API Reference, "Common errors").
/// </summary>
internal static class JsonErrors
{
    /// <summary>The code of an error.</summary>
    public static string CodeOf(ServiceError error) => error.Code switch
    {
        "AccessDenied" => "AccessDeniedException",
        "SignatureDoesNotMatch" or "RequestTimeTooSkewed" => "InvalidSignatureException",
        "InvalidAccessKeyId" or "InvalidClientTokenId" => "UnrecognizedClientException",
        "MissingAuthenticationToken" => "MissingAuthenticationTokenException",
        "ExpiredToken" => "ExpiredTokenException",
        "InternalError" => "InternalServerException",
        _ => error.Code,
    };

    /// <summary>
    /// The name of an error's shape where its code of AWS Query is another one (CloudWatch API Reference, "Common errors" and the errors of
    /// its actions).
    /// </summary>
    public static string ShapeOf(ServiceError error) => error.Code switch
    {
        "InvalidParameterValue" => "InvalidParameterValueException",
        "InvalidParameterCombination" => "InvalidParameterCombinationException",
        "MissingParameter" => "MissingRequiredParameterException",
        "InvalidFormat" => "InvalidFormatFault",
        "LimitExceeded" => "LimitExceededFault",
        "InternalError" => "InternalServiceFault",
        "InvalidAction" => "UnknownOperationException",
        "Throttling" => "ThrottlingException",
        _ => CodeOf(error),
    };
}
