using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.S3Control.Internal;

/// <summary>The defaults that the SDK gives to every client: standard retries.</summary>
internal sealed class AmazonS3ControlDefaults : IDefaultConfigurationProvider
{
    public IDefaultConfiguration GetDefaultConfiguration(
        RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
        new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard };
}
