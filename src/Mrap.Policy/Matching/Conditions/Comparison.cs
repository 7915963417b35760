namespace Mrap.Policy.Matching.Conditions;

/// <summary>What comparing a value of the request with the values that a condition lists gave.</summary>
internal enum Comparison
{
    /// <summary>None of them matches.</summary>
    No,

    /// <summary>One of them matches.</summary>
    Yes,

    /// <summary>None matches, and one side is not of the type that the operator compares.</summary>
    Unreadable,
}
