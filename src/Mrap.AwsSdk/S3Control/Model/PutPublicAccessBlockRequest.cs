namespace Amazon.S3Control.Model;

/// <summary>Sets the public access block of the account.</summary>
public class PutPublicAccessBlockRequest : AmazonS3ControlRequest
{
    /// <summary>The account that owns the access point, or makes it: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The four settings.</summary>
    public PublicAccessBlockConfiguration? PublicAccessBlockConfiguration { get; set; }
}
