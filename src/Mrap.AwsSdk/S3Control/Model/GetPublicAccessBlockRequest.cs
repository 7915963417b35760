namespace Amazon.S3Control.Model;

/// <summary>Asks for the public access block of the account.</summary>
public class GetPublicAccessBlockRequest : AmazonS3ControlRequest
{
    /// <summary>The account that owns the access point, or makes it: 12 digits, required.</summary>
    public string? AccountId { get; set; }
}
