namespace Mrap.Policy.Matching.Conditions;

/// <summary>How a condition came to its answer, where that is not plain comparing.</summary>
public enum ConditionOutcome
{
    /// <summary>Values were compared.</summary>
    Compared,

    /// <summary>The request does not have the key.</summary>
    MissingKey,

    /// <summary>The key has several values and the operator no set prefix: AWS does not say what happens; read as no match.</summary>
    SeveralValues,

    /// <summary>
    /// A value is not of the operator's type. Under a negated operator AWS does not say what happens; read as a match in a Deny and as no
    /// match in an Allow.
    /// </summary>
    UnreadableValue,

    /// <summary>The language has no such operator: the statement never matches.</summary>
    UnknownOperator,
}
