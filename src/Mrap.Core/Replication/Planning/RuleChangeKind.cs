namespace Mrap.Core.Replication.Planning;

/// <summary>What becomes of a rule.</summary>
public enum RuleChangeKind
{
    /// <summary>It stays as it is.</summary>
    Kept,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It does something else than before.</summary>
    Changed,

    /// <summary>It is removed.</summary>
    Removed,

    /// <summary>Its priority has another number; what it does stays.</summary>
    Renumbered,

    /// <summary>It is written in the second version of the schema, which other rules need; what it does stays.</summary>
    Converted,
}
