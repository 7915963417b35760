namespace Amazon.S3Control.Model;

/// <summary>The request of an asynchronous operation: one of the three.</summary>
public class AsyncRequestParameters
{
    /// <summary>The creation asked for.</summary>
    public CreateMultiRegionAccessPointInput? CreateMultiRegionAccessPointRequest { get; set; }

    /// <summary>The deletion asked for.</summary>
    public DeleteMultiRegionAccessPointInput? DeleteMultiRegionAccessPointRequest { get; set; }

    /// <summary>The policy asked for.</summary>
    public PutMultiRegionAccessPointPolicyInput? PutMultiRegionAccessPointPolicyRequest { get; set; }
}
