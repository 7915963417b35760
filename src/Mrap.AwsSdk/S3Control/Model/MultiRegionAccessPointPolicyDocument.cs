namespace Amazon.S3Control.Model;

/// <summary>The policies of an access point.</summary>
public class MultiRegionAccessPointPolicyDocument
{
    /// <summary>The policy in force.</summary>
    public EstablishedMultiRegionAccessPointPolicy? Established { get; set; }

    /// <summary>The latest policy put, until every Region has it.</summary>
    public ProposedMultiRegionAccessPointPolicy? Proposed { get; set; }
}
