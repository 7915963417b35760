namespace Amazon.S3Control.Model;

/// <summary>Asks for one job.</summary>
public class DescribeJobRequest : AmazonS3ControlRequest
{
    /// <summary>The account of the job: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The id of the job, required.</summary>
    public string? JobId { get; set; }
}
