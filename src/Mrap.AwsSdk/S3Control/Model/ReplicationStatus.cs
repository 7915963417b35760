using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>The replication status that an object is chosen by.</summary>
public class ReplicationStatus : ConstantClass
{
    /// <summary>Constant COMPLETED.</summary>
    public static readonly ReplicationStatus COMPLETED = new("COMPLETED");

    /// <summary>Constant FAILED.</summary>
    public static readonly ReplicationStatus FAILED = new("FAILED");

    /// <summary>Constant REPLICA.</summary>
    public static readonly ReplicationStatus REPLICA = new("REPLICA");

    /// <summary>Constant NONE.</summary>
    public static readonly ReplicationStatus NONE = new("NONE");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public ReplicationStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ReplicationStatus FindValue(string value) => FindValue<ReplicationStatus>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ReplicationStatus(string value) => FindValue(value);
}
