using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to PutRolePolicy.</summary>
public class PutRolePolicyResponse : AmazonWebServiceResponse;
