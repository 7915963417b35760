using Amazon.Runtime;

namespace Amazon.S3Control;

/// <summary>How a completion report is written.</summary>
public class JobReportFormat : ConstantClass
{
    /// <summary>Constant Report_CSV_20180820.</summary>
    public static readonly JobReportFormat Report_CSV_20180820 = new("Report_CSV_20180820");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public JobReportFormat(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static JobReportFormat FindValue(string value) => FindValue<JobReportFormat>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator JobReportFormat(string value) => FindValue(value);
}
