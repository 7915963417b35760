using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The states of an alarm.</summary>
public class StateValue : ConstantClass
{
    /// <summary>Constant ALARM.</summary>
    public static readonly StateValue ALARM = new("ALARM");

    /// <summary>Constant INSUFFICIENT_DATA.</summary>
    public static readonly StateValue INSUFFICIENT_DATA = new("INSUFFICIENT_DATA");

    /// <summary>Constant OK.</summary>
    public static readonly StateValue OK = new("OK");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public StateValue(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static StateValue FindValue(string value) => FindValue<StateValue>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator StateValue(string value) => FindValue(value);
}
