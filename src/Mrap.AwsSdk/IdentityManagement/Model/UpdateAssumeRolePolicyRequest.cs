namespace Amazon.IdentityManagement.Model;

/// <summary>Asks to change who may assume a role.</summary>
public class UpdateAssumeRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Who may assume the role, a policy in JSON.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }
}
