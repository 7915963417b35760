using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>How complete the points are.</summary>
public class StatusCode : ConstantClass
{
    /// <summary>Constant Complete.</summary>
    public static readonly StatusCode Complete = new("Complete");

    /// <summary>Constant Forbidden.</summary>
    public static readonly StatusCode Forbidden = new("Forbidden");

    /// <summary>Constant InternalError.</summary>
    public static readonly StatusCode InternalError = new("InternalError");

    /// <summary>Constant PartialData.</summary>
    public static readonly StatusCode PartialData = new("PartialData");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public StatusCode(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static StatusCode FindValue(string value) => FindValue<StatusCode>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator StatusCode(string value) => FindValue(value);
}
