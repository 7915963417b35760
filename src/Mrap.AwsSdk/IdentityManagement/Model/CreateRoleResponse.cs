using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to CreateRole.</summary>
public class CreateRoleResponse : AmazonWebServiceResponse
{
    /// <summary>The role.</summary>
    public Role? Role { get; set; }
}
