namespace Mrap.Policy.Syntax;

/// <summary>
/// The rules that a text must keep to be a policy; names follow the titles of Access Analyzer's policy checks where it has one.
/// </summary>
public static class PolicyFaultCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string JsonSyntaxError = "JSON_SYNTAX_ERROR";

    /// <summary>One object has the same name twice.</summary>
    public const string DuplicateKey = "DUPLICATE_KEY";

    /// <summary>One condition operator has a key twice, spelled in different case.</summary>
    public const string DuplicateKeysWithDifferentCase = "DUPLICATE_KEYS_WITH_DIFFERENT_CASE";

    /// <summary>The text is longer than <see cref="PolicyLimits.MaxTextLength"/>.</summary>
    public const string PolicyTooLarge = "POLICY_TOO_LARGE";

    /// <summary>Brackets are nested deeper than <see cref="PolicyLimits.MaxDepth"/>.</summary>
    public const string NestingTooDeep = "NESTING_TOO_DEEP";

    /// <summary>A value has another JSON type than its element needs.</summary>
    public const string DataTypeMismatch = "DATA_TYPE_MISMATCH";

    /// <summary>The grammar has no element of this name here.</summary>
    public const string InvalidPolicyElement = "INVALID_POLICY_ELEMENT";

    /// <summary>The version is not one of the two.</summary>
    public const string InvalidVersion = "INVALID_VERSION";

    /// <summary>The effect is neither Allow nor Deny.</summary>
    public const string InvalidEffect = "INVALID_EFFECT";

    /// <summary>The principal cannot stand in a policy of this kind, or is not spelled as one.</summary>
    public const string InvalidPrincipal = "INVALID_PRINCIPAL";

    /// <summary>A principal has a type that the grammar does not have.</summary>
    public const string InvalidPrincipalKey = "INVALID_PRINCIPAL_KEY";

    /// <summary>The document has no Statement.</summary>
    public const string MissingStatement = "MISSING_STATEMENT";

    /// <summary>A statement has no Effect.</summary>
    public const string MissingEffect = "MISSING_EFFECT";

    /// <summary>A statement has neither Action nor NotAction.</summary>
    public const string MissingAction = "MISSING_ACTION";

    /// <summary>A statement has neither Resource nor NotResource.</summary>
    public const string MissingResource = "MISSING_RESOURCE";

    /// <summary>A statement of a resource policy has neither Principal nor NotPrincipal.</summary>
    public const string MissingPrincipal = "MISSING_PRINCIPAL";

    /// <summary>A policy of a kind that is attached to its principal names one.</summary>
    public const string UnsupportedPrincipal = "UNSUPPORTED_PRINCIPAL";

    /// <summary>A statement has an element and its negation.</summary>
    public const string UnsupportedElementCombination = "UNSUPPORTED_ELEMENT_COMBINATION";
}
