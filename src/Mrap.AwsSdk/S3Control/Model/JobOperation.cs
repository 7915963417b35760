namespace Amazon.S3Control.Model;

/// <summary>What a batch job does with each object.</summary>
public class JobOperation
{
    /// <summary>Replicates it by the rules of its bucket.</summary>
    public S3ReplicateObjectOperation? S3ReplicateObject { get; set; }
}
