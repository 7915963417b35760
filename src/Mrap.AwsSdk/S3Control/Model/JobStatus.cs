using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>How far a batch job is.</summary>
public class JobStatus : ConstantClass
{
    /// <summary>Constant Active.</summary>
    public static readonly JobStatus Active = new("Active");

    /// <summary>Constant Cancelled.</summary>
    public static readonly JobStatus Cancelled = new("Cancelled");

    /// <summary>Constant Cancelling.</summary>
    public static readonly JobStatus Cancelling = new("Cancelling");

    /// <summary>Constant Complete.</summary>
    public static readonly JobStatus Complete = new("Complete");

    /// <summary>Constant Completing.</summary>
    public static readonly JobStatus Completing = new("Completing");

    /// <summary>Constant Failed.</summary>
    public static readonly JobStatus Failed = new("Failed");

    /// <summary>Constant Failing.</summary>
    public static readonly JobStatus Failing = new("Failing");

    /// <summary>Constant New.</summary>
    public static readonly JobStatus New = new("New");

    /// <summary>Constant Paused.</summary>
    public static readonly JobStatus Paused = new("Paused");

    /// <summary>Constant Pausing.</summary>
    public static readonly JobStatus Pausing = new("Pausing");

    /// <summary>Constant Preparing.</summary>
    public static readonly JobStatus Preparing = new("Preparing");

    /// <summary>Constant Ready.</summary>
    public static readonly JobStatus Ready = new("Ready");

    /// <summary>Constant Suspended.</summary>
    public static readonly JobStatus Suspended = new("Suspended");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public JobStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static JobStatus FindValue(string value) => FindValue<JobStatus>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator JobStatus(string value) => FindValue(value);
}
