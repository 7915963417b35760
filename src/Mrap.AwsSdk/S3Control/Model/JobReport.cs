namespace Amazon.S3Control.Model;

/// <summary>The completion report of a job.</summary>
public class JobReport
{
    /// <summary>The ARN of the bucket that gets it.</summary>
    public string? Bucket { get; set; }

    /// <summary>How it is written.</summary>
    public JobReportFormat? Format { get; set; }

    /// <summary>Whether there is one, required.</summary>
    public bool? Enabled { get; set; }

    /// <summary>What the keys of the report begin with.</summary>
    public string? Prefix { get; set; }

    /// <summary>Which objects it names.</summary>
    public JobReportScope? ReportScope { get; set; }
}
