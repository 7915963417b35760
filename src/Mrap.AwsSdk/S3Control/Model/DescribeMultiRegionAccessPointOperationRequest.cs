namespace Amazon.S3Control.Model;

/// <summary>Asks how far an asynchronous operation is.</summary>
public class DescribeMultiRegionAccessPointOperationRequest : AmazonS3ControlRequest
{
    /// <summary>The account that owns the access point, or makes it: 12 digits, required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The ARN that identifies the asynchronous operation.</summary>
    public string? RequestTokenARN { get; set; }
}
