namespace Amazon.S3Control.Model;

/// <summary>A batch job.</summary>
public class JobDescriptor
{
    /// <summary>The id of the job.</summary>
    public string? JobId { get; set; }

    /// <summary>What its maker wrote.</summary>
    public string? Description { get; set; }

    /// <summary>The ARN of the job.</summary>
    public string? JobArn { get; set; }

    /// <summary>How far it is.</summary>
    public JobStatus? Status { get; set; }

    /// <summary>Jobs of a higher number go first.</summary>
    public int? Priority { get; set; }

    /// <summary>How many objects are done.</summary>
    public JobProgressSummary? ProgressSummary { get; set; }

    /// <summary>Why its status was changed.</summary>
    public string? StatusUpdateReason { get; set; }

    /// <summary>Why it failed.</summary>
    public List<JobFailure>? FailureReasons { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When it ended.</summary>
    public DateTime? TerminationDate { get; set; }

    /// <summary>The role that it acts as.</summary>
    public string? RoleArn { get; set; }
}
