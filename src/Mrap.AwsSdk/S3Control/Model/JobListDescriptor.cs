namespace Amazon.S3Control.Model;

/// <summary>A batch job in a list.</summary>
public class JobListDescriptor
{
    /// <summary>The id of the job.</summary>
    public string? JobId { get; set; }

    /// <summary>What its maker wrote.</summary>
    public string? Description { get; set; }

    /// <summary>What it does.</summary>
    public OperationName? Operation { get; set; }

    /// <summary>Jobs of a higher number go first.</summary>
    public int? Priority { get; set; }

    /// <summary>How far it is.</summary>
    public JobStatus? Status { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When it ended.</summary>
    public DateTime? TerminationDate { get; set; }

    /// <summary>How many objects are done.</summary>
    public JobProgressSummary? ProgressSummary { get; set; }
}
