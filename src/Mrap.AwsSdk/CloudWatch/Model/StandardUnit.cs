using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The units of metrics that S3 publishes.</summary>
public class StandardUnit : ConstantClass
{
    /// <summary>Constant Bytes.</summary>
    public static readonly StandardUnit Bytes = new("Bytes");

    /// <summary>Constant Count.</summary>
    public static readonly StandardUnit Count = new("Count");

    /// <summary>Constant Milliseconds.</summary>
    public static readonly StandardUnit Milliseconds = new("Milliseconds");

    /// <summary>Constant None.</summary>
    public static readonly StandardUnit None = new("None");

    /// <summary>Constant Percent.</summary>
    public static readonly StandardUnit Percent = new("Percent");

    /// <summary>Constant Seconds.</summary>
    public static readonly StandardUnit Seconds = new("Seconds");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public StandardUnit(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static StandardUnit FindValue(string value) => FindValue<StandardUnit>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator StandardUnit(string value) => FindValue(value);
}
