using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>How recently a metric had points.</summary>
public class RecentlyActive : ConstantClass
{
    /// <summary>Constant PT3H.</summary>
    public static readonly RecentlyActive PT3H = new("PT3H");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public RecentlyActive(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static RecentlyActive FindValue(string value) => FindValue<RecentlyActive>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator RecentlyActive(string value) => FindValue(value);
}
