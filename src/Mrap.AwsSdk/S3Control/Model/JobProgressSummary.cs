namespace Amazon.S3Control.Model;

/// <summary>How many objects of a job are done.</summary>
public class JobProgressSummary
{
    /// <summary>All of them.</summary>
    public long? TotalNumberOfTasks { get; set; }

    /// <summary>Those done.</summary>
    public long? NumberOfTasksSucceeded { get; set; }

    /// <summary>Those that failed.</summary>
    public long? NumberOfTasksFailed { get; set; }
}
