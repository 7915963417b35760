using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Mrap.AwsSdk.Protocol;

/// <summary>Sends each request to the endpoint that the settings lead to.</summary>
internal sealed class QueryEndpointResolver(Func<IClientConfig, QueryEndpoint> find) : BaseEndpointResolver
{
    protected override void PreInvoke(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var endpoint = find(context.ClientConfig);
        context.Request.Endpoint = string.IsNullOrEmpty(context.ClientConfig.ServiceURL)
            ? endpoint.Address
            : new Uri(context.ClientConfig.ServiceURL);
        context.Request.OverrideSigningServiceName = endpoint.SigningName;
        context.Request.AuthenticationRegion = string.IsNullOrEmpty(context.ClientConfig.AuthenticationRegion)
            ? endpoint.SigningRegion
            : context.ClientConfig.AuthenticationRegion;
    }
}
