namespace Mrap.Policy.Matching.Patterns;

/// <summary>How a text of a policy is compared with a text of a request.</summary>
internal enum TextMatch
{
    /// <summary>Character by character.</summary>
    Exact,

    /// <summary>Character by character without case.</summary>
    IgnoreCase,

    /// <summary>As a pattern.</summary>
    Like,

    /// <summary>As a pattern, each of the six fields of an ARN by itself.</summary>
    Arn,
}
