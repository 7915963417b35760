namespace Mrap.Policy.Model;

/// <summary>How a condition's value is written.</summary>
public enum ConditionValueKind
{
    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON boolean.</summary>
    Boolean,
}
