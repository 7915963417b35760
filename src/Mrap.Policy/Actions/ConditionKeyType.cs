namespace Mrap.Policy.Actions;

/// <summary>What the values of a condition key are.</summary>
public enum ConditionKeyType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Decimal numbers.</summary>
    Numeric,

    /// <summary>Instants: ISO 8601 or seconds since 1970.</summary>
    Date,

    /// <summary>`true` or `false`.</summary>
    Bool,

    /// <summary>Addresses.</summary>
    IpAddress,

    /// <summary>ARNs.</summary>
    Arn,
}
