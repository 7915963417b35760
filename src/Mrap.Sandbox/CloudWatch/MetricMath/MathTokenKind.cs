namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>What a word of an expression is.</summary>
internal enum MathTokenKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A text in quotation marks.</summary>
    Text,

    /// <summary>An operator, a bracket or a comma.</summary>
    Mark,

    /// <summary>The end.</summary>
    End,
}
