using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>What a batch job is to become.</summary>
public class RequestedJobStatus : ConstantClass
{
    /// <summary>Constant Cancelled.</summary>
    public static readonly RequestedJobStatus Cancelled = new("Cancelled");

    /// <summary>Constant Ready.</summary>
    public static readonly RequestedJobStatus Ready = new("Ready");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public RequestedJobStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static RequestedJobStatus FindValue(string value) => FindValue<RequestedJobStatus>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator RequestedJobStatus(string value) => FindValue(value);
}
