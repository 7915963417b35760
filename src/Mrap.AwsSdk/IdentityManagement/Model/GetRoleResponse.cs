using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to GetRole.</summary>
public class GetRoleResponse : AmazonWebServiceResponse
{
    /// <summary>The role.</summary>
    public Role? Role { get; set; }
}
