using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to DeleteRole.</summary>
public class DeleteRoleResponse : AmazonWebServiceResponse;
