using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Mrap.AwsSdk.Protocol;

/// <summary>Every operation is signed with Signature Version 4.</summary>
internal sealed class QueryAuthResolver : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        [new AuthSchemeOption { SchemeId = "aws.auth#sigv4" }];
}
