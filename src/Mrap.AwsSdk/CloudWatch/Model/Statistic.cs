using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The statistics of an alarm.</summary>
public class Statistic : ConstantClass
{
    /// <summary>Constant Average.</summary>
    public static readonly Statistic Average = new("Average");

    /// <summary>Constant Maximum.</summary>
    public static readonly Statistic Maximum = new("Maximum");

    /// <summary>Constant Minimum.</summary>
    public static readonly Statistic Minimum = new("Minimum");

    /// <summary>Constant SampleCount.</summary>
    public static readonly Statistic SampleCount = new("SampleCount");

    /// <summary>Constant Sum.</summary>
    public static readonly Statistic Sum = new("Sum");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public Statistic(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static Statistic FindValue(string value) => FindValue<Statistic>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator Statistic(string value) => FindValue(value);
}
