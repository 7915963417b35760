namespace Amazon.IdentityManagement.Model;

/// <summary>A role of IAM.</summary>
public class Role
{
    /// <summary>Its ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>Who may assume it, a policy in JSON, percent-encoded (RFC 3986) as the service sends it.</summary>
    public string? AssumeRolePolicyDocument { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>A text for people.</summary>
    public string? Description { get; set; }

    /// <summary>How long a session may last, in seconds.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>Its path.</summary>
    public string? Path { get; set; }

    /// <summary>Its stable id.</summary>
    public string? RoleId { get; set; }

    /// <summary>Its name.</summary>
    public string? RoleName { get; set; }

    /// <summary>Its tags.</summary>
    public List<Tag>? Tags { get; set; }
}
