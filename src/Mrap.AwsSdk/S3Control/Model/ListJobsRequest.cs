namespace Amazon.S3Control.Model;

/// <summary>Asks for the jobs of the last 90 days.</summary>
public class ListJobsRequest : AmazonS3ControlRequest
{
    /// <summary>The account of the job: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>Only those with one of these statuses.</summary>
    public List<JobStatus>? JobStatuses { get; set; }

    /// <summary>The most jobs to answer with, 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where to go on.</summary>
    public string? NextToken { get; set; }
}
