using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>What a batch job does with each object.</summary>
public class OperationName : ConstantClass
{
    /// <summary>Constant S3ReplicateObject.</summary>
    public static readonly OperationName S3ReplicateObject = new("S3ReplicateObject");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public OperationName(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static OperationName FindValue(string value) => FindValue<OperationName>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator OperationName(string value) => FindValue(value);
}
