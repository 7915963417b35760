using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.S3Control.Internal;

/// <summary>Sends each request to the host of its account and Region.</summary>
internal sealed class S3ControlEndpointResolver : BaseEndpointResolver
{
    protected override void PreInvoke(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var account = context.Request.Headers[S3ControlRequest.AccountHeader];
        context.Request.Endpoint = S3ControlEndpoint.ForAccount(context.ClientConfig, account);
        context.Request.OverrideSigningServiceName = "s3";
        context.Request.AuthenticationRegion = string.IsNullOrEmpty(context.ClientConfig.AuthenticationRegion)
            ? context.ClientConfig.RegionEndpoint?.SystemName ?? AWSSDKUtils.DetermineRegion(context.ClientConfig.ServiceURL)
            : context.ClientConfig.AuthenticationRegion;
    }
}
