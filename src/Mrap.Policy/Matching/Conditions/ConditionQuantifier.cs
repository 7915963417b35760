namespace Mrap.Policy.Matching.Conditions;

/// <summary>How a condition treats a key with several values.</summary>
internal enum ConditionQuantifier
{
    /// <summary>The key has one value; with more the condition does not hold.</summary>
    None,

    /// <summary>`ForAllValues`.</summary>
    All,

    /// <summary>`ForAnyValue`.</summary>
    Any,
}
