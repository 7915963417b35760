namespace Amazon.S3Control.Model;

/// <summary>Asks for the policy of a Multi-Region Access Point.</summary>
public class GetMultiRegionAccessPointPolicyRequest : AmazonS3ControlRequest
{
    /// <summary>The account that owns the access point, or makes it: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The name of the access point.</summary>
    public string? Name { get; set; }
}
