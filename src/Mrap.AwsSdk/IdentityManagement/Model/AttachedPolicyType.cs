namespace Amazon.IdentityManagement.Model;

/// <summary>A managed policy that is attached.</summary>
public class AttachedPolicyType
{
    /// <summary>Its ARN.</summary>
    public string? PolicyArn { get; set; }

    /// <summary>Its name.</summary>
    public string? PolicyName { get; set; }
}
