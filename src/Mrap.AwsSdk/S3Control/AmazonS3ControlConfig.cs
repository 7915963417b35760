using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.S3Control;

/// <summary>The settings of a client of Amazon S3 Control.</summary>
public class AmazonS3ControlConfig : ClientConfig
{
    private static readonly string s_userAgent = InternalSDKUtils.BuildUserAgentString("S3Control", "4.0.0.0");

    /// <summary>The SDK's standard settings.</summary>
    public AmazonS3ControlConfig()
        : base(new Internal.AmazonS3ControlDefaults())
    {
        AuthenticationServiceName = "s3";
        ServiceId = "S3 Control";
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "s3-control";

    /// <inheritdoc/>
    public override string ServiceVersion => "2018-08-20";

    /// <inheritdoc/>
    public override string UserAgent => s_userAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(Internal.S3ControlEndpoint.ForRegion(this).AbsoluteUri);
}
