namespace Amazon.S3Control.Model;

/// <summary>The four Block Public Access settings.</summary>
public class PublicAccessBlockConfiguration
{
    /// <summary>Refuse to put public ACLs.</summary>
    public bool? BlockPublicAcls { get; set; }

    /// <summary>Refuse to put public policies.</summary>
    public bool? BlockPublicPolicy { get; set; }

    /// <summary>Disregard public ACLs.</summary>
    public bool? IgnorePublicAcls { get; set; }

    /// <summary>Restrict access while the policy is public.</summary>
    public bool? RestrictPublicBuckets { get; set; }
}
