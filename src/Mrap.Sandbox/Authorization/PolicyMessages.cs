namespace Mrap.Sandbox.Authorization;

/// <summary>What S3 says about malformed policies; observed, for AWS does not list them.</summary>
internal static class PolicyMessages
{
    /// <summary>The document does not start as a JSON object.</summary>
    public const string NotJson = "Policies must be valid JSON and the first byte must be '{'";

    /// <summary>The document starts as a JSON object and is none.</summary>
    public const string InvalidJson = "This policy contains invalid Json";

    /// <summary>The document is not a policy in some way for which no other message is known.</summary>
    public const string InvalidSyntax = "Invalid policy syntax.";

    /// <summary>The document has no statement in its list.</summary>
    public const string NoStatement = "Could not parse the policy: Statement is empty!";

    /// <summary>The version is not one of the two.</summary>
    public const string InvalidVersion = "The policy must contain a valid version string";

    /// <summary>A principal is malformed or does not exist.</summary>
    public const string InvalidPrincipal = "Invalid principal in policy";

    /// <summary>An action is none of S3.</summary>
    public const string InvalidAction = "Policy has invalid action";

    /// <summary>A resource is none that the policy is attached to.</summary>
    public const string InvalidResource = "Policy has invalid resource";

    /// <summary>An action works on none of the resources of its statement.</summary>
    public const string NoMatch = "Action does not apply to any resource(s) in statement";

    /// <summary>An element that must be there is not.</summary>
    public static string Missing(string element) => "Missing required field " + element;
}
