using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to UpdateAssumeRolePolicy.</summary>
public class UpdateAssumeRolePolicyResponse : AmazonWebServiceResponse;
