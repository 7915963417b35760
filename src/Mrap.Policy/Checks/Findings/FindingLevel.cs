namespace Mrap.Policy.Checks.Findings;

/// <summary>How much a finding matters (IAM Access Analyzer API Reference, "ValidatePolicyFinding").</summary>
public enum FindingLevel
{
    /// <summary>Part of the policy does not work.</summary>
    Error,

    /// <summary>The policy permits more than is wise.</summary>
    SecurityWarning,

    /// <summary>The policy departs from good practice without opening anything.</summary>
    Warning,

    /// <summary>The policy can be written better; what it permits stays the same.</summary>
    Suggestion,
}
