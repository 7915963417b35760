namespace Amazon.IdentityManagement.Model;

/// <summary>Asks for a role.</summary>
public class GetRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }
}
