namespace Mrap.Policy.Explanation;

/// <summary>What the values of a condition key are, as the operators that compare them say.</summary>
public enum MentionedKeyType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>ARNs.</summary>
    Arn,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Instants.</summary>
    Date,

    /// <summary>`true` or `false`.</summary>
    Boolean,

    /// <summary>Bytes in base64.</summary>
    Binary,

    /// <summary>IP addresses.</summary>
    IpAddress,
}
