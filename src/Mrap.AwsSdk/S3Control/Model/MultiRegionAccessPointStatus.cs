using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>The states of an access point.</summary>
public class MultiRegionAccessPointStatus : ConstantClass
{
    /// <summary>Constant CREATING.</summary>
    public static readonly MultiRegionAccessPointStatus CREATING = new("CREATING");

    /// <summary>Constant DELETING.</summary>
    public static readonly MultiRegionAccessPointStatus DELETING = new("DELETING");

    /// <summary>Constant INCONSISTENT_ACROSS_REGIONS.</summary>
    public static readonly MultiRegionAccessPointStatus INCONSISTENT_ACROSS_REGIONS = new("INCONSISTENT_ACROSS_REGIONS");

    /// <summary>Constant PARTIALLY_CREATED.</summary>
    public static readonly MultiRegionAccessPointStatus PARTIALLY_CREATED = new("PARTIALLY_CREATED");

    /// <summary>Constant PARTIALLY_DELETED.</summary>
    public static readonly MultiRegionAccessPointStatus PARTIALLY_DELETED = new("PARTIALLY_DELETED");

    /// <summary>Constant READY.</summary>
    public static readonly MultiRegionAccessPointStatus READY = new("READY");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public MultiRegionAccessPointStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static MultiRegionAccessPointStatus FindValue(string value) => FindValue<MultiRegionAccessPointStatus>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator MultiRegionAccessPointStatus(string value) => FindValue(value);
}
