namespace Amazon.S3Control.Model;

/// <summary>Asks for all Multi-Region Access Points of the account.</summary>
public class ListMultiRegionAccessPointsRequest : AmazonS3ControlRequest
{
    /// <summary>The account that owns the access point, or makes it: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The most access points to answer with, 0 to 1000; the service does not use it.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where to go on; the service does not use it.</summary>
    public string? NextToken { get; set; }
}
