using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Amazon.CloudWatch.Internal;
using Mrap.AwsSdk.Protocol;

namespace Amazon.CloudWatch;

/// <summary>The settings of a client of CloudWatch.</summary>
public class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string s_userAgent = InternalSDKUtils.BuildUserAgentString("CloudWatch", "4.0.0.0");

    /// <summary>The SDK's standard settings.</summary>
    public AmazonCloudWatchConfig()
        : base(new QueryClientDefaults())
    {
        AuthenticationServiceName = "monitoring";
        ServiceId = "CloudWatch";
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "monitoring";

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-08-01";

    /// <inheritdoc/>
    public override string UserAgent => s_userAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(CloudWatchEndpoint.Find(this).Address.AbsoluteUri);
}
