namespace Amazon.S3Control.Model;

/// <summary>Replicates each object by the rules of its bucket; there is nothing to set.</summary>
public class S3ReplicateObjectOperation;
