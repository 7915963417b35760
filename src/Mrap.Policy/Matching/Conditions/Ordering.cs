namespace Mrap.Policy.Matching.Conditions;

/// <summary>How a number or an instant of the request must stand to that of the policy.</summary>
internal enum Ordering
{
    /// <summary>The same.</summary>
    Equal,

    /// <summary>Less or earlier.</summary>
    Less,

    /// <summary>Not more or later.</summary>
    LessOrEqual,

    /// <summary>More or later.</summary>
    Greater,

    /// <summary>Not less or earlier.</summary>
    GreaterOrEqual,
}
