namespace Amazon.S3Control.Model;

/// <summary>Whether a policy is public.</summary>
public class PolicyStatus
{
    /// <summary>Whether it is.</summary>
    public bool? IsPublic { get; set; }
}
