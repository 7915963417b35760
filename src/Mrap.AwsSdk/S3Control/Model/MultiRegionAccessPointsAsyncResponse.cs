namespace Amazon.S3Control.Model;

/// <summary>How far each Region of an operation is.</summary>
public class MultiRegionAccessPointsAsyncResponse
{
    /// <summary>One entry for each Region.</summary>
    public List<MultiRegionAccessPointRegionalResponse>? Regions { get; set; }
}
