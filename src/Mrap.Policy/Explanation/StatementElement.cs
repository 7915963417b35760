namespace Mrap.Policy.Explanation;

/// <summary>The elements of a statement that must all match.</summary>
public enum StatementElement
{
    /// <summary>Action or NotAction.</summary>
    Action,

    /// <summary>Resource or NotResource.</summary>
    Resource,

    /// <summary>Principal or NotPrincipal.</summary>
    Principal,

    /// <summary>Condition.</summary>
    Condition,
}
