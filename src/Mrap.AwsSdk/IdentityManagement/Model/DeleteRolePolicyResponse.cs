using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to DeleteRolePolicy.</summary>
public class DeleteRolePolicyResponse : AmazonWebServiceResponse;
