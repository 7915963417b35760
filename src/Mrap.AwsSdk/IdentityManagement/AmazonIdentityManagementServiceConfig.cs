using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Amazon.IdentityManagement.Internal;
using Mrap.AwsSdk.Protocol;

namespace Amazon.IdentityManagement;

/// <summary>The settings of a client of IAM.</summary>
public class AmazonIdentityManagementServiceConfig : ClientConfig
{
    private static readonly string s_userAgent = InternalSDKUtils.BuildUserAgentString("IAM", "4.0.0.0");

    /// <summary>The SDK's standard settings.</summary>
    public AmazonIdentityManagementServiceConfig()
        : base(new QueryClientDefaults())
    {
        AuthenticationServiceName = "iam";
        ServiceId = "IAM";
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "iam";

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-05-08";

    /// <inheritdoc/>
    public override string UserAgent => s_userAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(IdentityManagementEndpoint.Find(this).Address.AbsoluteUri);
}
