namespace Amazon.S3Control.Model;

/// <summary>Asks for a batch job.</summary>
public class CreateJobRequest : AmazonS3ControlRequest
{
    /// <summary>The account of the job: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>Whether the job waits until somebody confirms it.</summary>
    public bool? ConfirmationRequired { get; set; }

    /// <summary>What is done with each object, required.</summary>
    public JobOperation? Operation { get; set; }

    /// <summary>The completion report, required.</summary>
    public JobReport? Report { get; set; }

    /// <summary>The idempotency token; a new one when absent.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>At most 256 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Jobs of a higher number go first; required.</summary>
    public int? Priority { get; set; }

    /// <summary>The role that the job acts as, required.</summary>
    public string? RoleArn { get; set; }

    /// <summary>How the list of objects is made.</summary>
    public JobManifestGenerator? ManifestGenerator { get; set; }
}
