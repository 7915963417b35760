namespace Amazon.S3Control.Model;

/// <summary>Why an asynchronous operation failed.</summary>
public class AsyncErrorDetails
{
    /// <summary>The error code.</summary>
    public string? Code { get; set; }

    /// <summary>The explanation.</summary>
    public string? Message { get; set; }

    /// <summary>The request that failed.</summary>
    public string? RequestId { get; set; }

    /// <summary>The resource concerned.</summary>
    public string? Resource { get; set; }
}
