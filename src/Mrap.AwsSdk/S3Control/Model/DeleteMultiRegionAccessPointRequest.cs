namespace Amazon.S3Control.Model;

/// <summary>Asks for the removal of a Multi-Region Access Point.</summary>
public class DeleteMultiRegionAccessPointRequest : AmazonS3ControlRequest
{
    /// <summary>The account that owns the access point, or makes it: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The idempotency token: at most 64 characters without white space; made when absent.</summary>
    public string? ClientToken { get; set; }

    /// <summary>What is asked for.</summary>
    public DeleteMultiRegionAccessPointInput? Details { get; set; }
}
