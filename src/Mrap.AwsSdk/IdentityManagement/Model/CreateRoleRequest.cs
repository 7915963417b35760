namespace Amazon.IdentityManagement.Model;

/// <summary>Asks for a new role.</summary>
public class CreateRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Who may assume the role, a policy in JSON: required.</summary>
    public string? AssumeRolePolicyDocument { get; set; }

    /// <summary>A text for people, at most 1000 characters.</summary>
    public string? Description { get; set; }

    /// <summary>How long a session may last, 3600 to 43200 seconds; 3600 when it is not set.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>The path, which begins and ends with a slash; a slash when it is not set.</summary>
    public string? Path { get; set; }

    /// <summary>The ARN of the policy that bounds the role.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }

    /// <summary>The tags, at most 50.</summary>
    public List<Tag>? Tags { get; set; }
}
