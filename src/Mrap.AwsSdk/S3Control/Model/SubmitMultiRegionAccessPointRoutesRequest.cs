namespace Amazon.S3Control.Model;

/// <summary>Changes some routes of a Multi-Region Access Point.</summary>
public class SubmitMultiRegionAccessPointRoutesRequest : AmazonS3ControlRequest
{
    /// <summary>The account that owns the access point, or makes it: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The ARN of the access point.</summary>
    public string? Mrap { get; set; }

    /// <summary>The routes to change; Regions not named keep theirs.</summary>
    public List<MultiRegionAccessPointRoute>? RouteUpdates { get; set; }
}
