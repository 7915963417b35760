using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Which points come first.</summary>
public class ScanBy : ConstantClass
{
    /// <summary>Constant TimestampAscending.</summary>
    public static readonly ScanBy TimestampAscending = new("TimestampAscending");

    /// <summary>Constant TimestampDescending.</summary>
    public static readonly ScanBy TimestampDescending = new("TimestampDescending");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public ScanBy(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ScanBy FindValue(string value) => FindValue<ScanBy>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ScanBy(string value) => FindValue(value);
}
