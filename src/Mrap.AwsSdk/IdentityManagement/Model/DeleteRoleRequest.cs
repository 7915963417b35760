namespace Amazon.IdentityManagement.Model;

/// <summary>Asks to delete a role, which must not have policies.</summary>
public class DeleteRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }
}
