using System.Collections.Immutable;
using Mrap.Policy.Syntax;

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

    /// <summary>A condition key is none of AWS.</summary>
    public const string InvalidKey = "Policy has an invalid condition key";

    /// <summary>Requests for an action of a statement never have one of its condition keys.</summary>
    public const string KeyWithoutAction = "Conditions do not apply to combination of actions and resources in statement";

    /// <summary>A value that must be an address or a range of addresses is none.</summary>
    public const string InvalidAddress = "Invalid IP address in Conditions";

    /// <summary>A condition operator is none of the language.</summary>
    public static string InvalidOperator(string name) => "Invalid Condition type : " + name;

    /// <summary>What S3 says about a document that is no policy.</summary>
    public static string Of(ImmutableArray<PolicyFault> faults)
    {
        var fault = faults.FirstOrDefault(IsSyntax) ?? faults[0];
        return fault.Code switch
        {
            _ when IsSyntax(fault) => InvalidJson,
            PolicyFaultCodes.MissingStatement => Missing("Statement"),
            PolicyFaultCodes.MissingEffect => Missing("Effect"),
            PolicyFaultCodes.MissingAction => Missing("Action"),
            PolicyFaultCodes.MissingResource => Missing("Resource"),
            PolicyFaultCodes.MissingPrincipal => Missing("Principal"),
            PolicyFaultCodes.InvalidVersion => InvalidVersion,
            PolicyFaultCodes.InvalidEffect => "Invalid effect: " + fault.Message,
            PolicyFaultCodes.InvalidPrincipal => InvalidPrincipal,
            PolicyFaultCodes.InvalidPolicyElement => "Unknown field: " + fault.Message,
            _ => $"{InvalidSyntax} {fault.Message}",
        };
    }

    /// <summary>An element that must be there is not.</summary>
    public static string Missing(string element) => "Missing required field " + element;

    private static bool IsSyntax(PolicyFault fault) =>
        fault.Code is PolicyFaultCodes.JsonSyntaxError or PolicyFaultCodes.NestingTooDeep or PolicyFaultCodes.PolicyTooLarge;
}
