namespace Amazon.IdentityManagement.Model;

/// <summary>Asks to delete an inline policy of a role.</summary>
public class DeleteRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the policy, 1 to 128 characters.</summary>
    public string? PolicyName { get; set; }

    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }
}
