using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>How a statistic is compared with a threshold.</summary>
public class ComparisonOperator : ConstantClass
{
    /// <summary>Constant GreaterThanOrEqualToThreshold.</summary>
    public static readonly ComparisonOperator GreaterThanOrEqualToThreshold = new("GreaterThanOrEqualToThreshold");

    /// <summary>Constant GreaterThanThreshold.</summary>
    public static readonly ComparisonOperator GreaterThanThreshold = new("GreaterThanThreshold");

    /// <summary>Constant LessThanOrEqualToThreshold.</summary>
    public static readonly ComparisonOperator LessThanOrEqualToThreshold = new("LessThanOrEqualToThreshold");

    /// <summary>Constant LessThanThreshold.</summary>
    public static readonly ComparisonOperator LessThanThreshold = new("LessThanThreshold");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public ComparisonOperator(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ComparisonOperator FindValue(string value) => FindValue<ComparisonOperator>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ComparisonOperator(string value) => FindValue(value);
}
