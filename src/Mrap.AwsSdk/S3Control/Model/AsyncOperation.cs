namespace Amazon.S3Control.Model;

/// <summary>An asynchronous operation.</summary>
public class AsyncOperation
{
    /// <summary>When the request arrived, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>What was asked for.</summary>
    public AsyncOperationName? Operation { get; set; }

    /// <summary>The request.</summary>
    public AsyncRequestParameters? RequestParameters { get; set; }

    /// <summary>The state, such as <c>NEW</c>, <c>INPROGRESS</c>, <c>SUCCEEDED</c> or <c>FAILED</c>.</summary>
    public string? RequestStatus { get; set; }

    /// <summary>The ARN that identifies the asynchronous operation.</summary>
    public string? RequestTokenARN { get; set; }

    /// <summary>The outcome, once there is one.</summary>
    public AsyncResponseDetails? ResponseDetails { get; set; }
}
