using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Mrap.AwsSdk.Protocol;

/// <summary>The defaults that the SDK gives to every client: standard retries.</summary>
internal sealed class QueryClientDefaults : IDefaultConfigurationProvider
{
    public IDefaultConfiguration GetDefaultConfiguration(
        RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
        new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard };
}
