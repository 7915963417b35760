namespace Amazon.S3Control.Model;

/// <summary>Asks whether the policy of a Multi-Region Access Point is public.</summary>
public class GetMultiRegionAccessPointPolicyStatusRequest : AmazonS3ControlRequest
{
    /// <summary>The account that owns the access point, or makes it: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The name of the access point.</summary>
    public string? Name { get; set; }
}
