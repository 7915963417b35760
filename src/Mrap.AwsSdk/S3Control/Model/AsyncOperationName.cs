using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>The kinds of asynchronous operation.</summary>
public class AsyncOperationName : ConstantClass
{
    /// <summary>Constant CreateMultiRegionAccessPoint.</summary>
    public static readonly AsyncOperationName CreateMultiRegionAccessPoint = new("CreateMultiRegionAccessPoint");

    /// <summary>Constant DeleteMultiRegionAccessPoint.</summary>
    public static readonly AsyncOperationName DeleteMultiRegionAccessPoint = new("DeleteMultiRegionAccessPoint");

    /// <summary>Constant PutMultiRegionAccessPointPolicy.</summary>
    public static readonly AsyncOperationName PutMultiRegionAccessPointPolicy = new("PutMultiRegionAccessPointPolicy");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public AsyncOperationName(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static AsyncOperationName FindValue(string value) => FindValue<AsyncOperationName>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator AsyncOperationName(string value) => FindValue(value);
}
