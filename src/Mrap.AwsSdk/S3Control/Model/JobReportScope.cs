using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>Which objects a completion report names.</summary>
public class JobReportScope : ConstantClass
{
    /// <summary>Constant AllTasks.</summary>
    public static readonly JobReportScope AllTasks = new("AllTasks");

    /// <summary>Constant FailedTasksOnly.</summary>
    public static readonly JobReportScope FailedTasksOnly = new("FailedTasksOnly");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public JobReportScope(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static JobReportScope FindValue(string value) => FindValue<JobReportScope>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator JobReportScope(string value) => FindValue(value);
}
