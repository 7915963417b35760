namespace Amazon.IdentityManagement.Model;

/// <summary>Asks to add an inline policy to a role, or to replace the one of that name.</summary>
public class PutRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The policy in JSON.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>The name of the policy, 1 to 128 characters.</summary>
    public string? PolicyName { get; set; }

    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }
}
