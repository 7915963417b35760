namespace Mrap.Policy.Matching.Conditions;

/// <summary>What a condition operator compares.</summary>
internal enum ConditionFamily
{
    /// <summary>An operator that the language does not have: its statement never matches.</summary>
    Unknown,

    /// <summary>Text.</summary>
    Text,

    /// <summary>ARNs.</summary>
    Arn,

    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>Instants.</summary>
    Date,

    /// <summary>`true` and `false`.</summary>
    Bool,

    /// <summary>Bytes in base64.</summary>
    Binary,

    /// <summary>IP addresses with ranges.</summary>
    Ip,

    /// <summary>Whether the key is there at all.</summary>
    Null,
}
