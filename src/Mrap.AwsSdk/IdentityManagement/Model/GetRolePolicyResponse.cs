using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to GetRolePolicy.</summary>
public class GetRolePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The policy in JSON, percent-encoded (RFC 3986) as the service sends it.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>The name of the policy, 1 to 128 characters.</summary>
    public string? PolicyName { get; set; }

    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }
}
