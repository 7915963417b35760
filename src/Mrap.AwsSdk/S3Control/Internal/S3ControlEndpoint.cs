using Amazon.Runtime;

namespace Amazon.S3Control.Internal;

/// <summary>The host names of the service.</summary>
internal static class S3ControlEndpoint
{
    public static Uri ForRegion(IClientConfig config)
    {
        var region = RegionOf(config);
        var host = config.UseFIPSEndpoint ? "s3-control-fips" : "s3-control";
        var stack = config.UseDualstackEndpoint ? ".dualstack" : string.Empty;
        return new Uri($"{Scheme(config)}://{host}{stack}.{region.SystemName}.{region.PartitionDnsSuffix}/");
    }

    public static Uri ForAccount(IClientConfig config, string account)
    {
        var regional = string.IsNullOrEmpty(config.ServiceURL) ? ForRegion(config) : new Uri(config.ServiceURL);
        return config.DisableHostPrefixInjection
            ? regional
            : new UriBuilder(regional) { Host = $"{account}.{regional.Host}" }.Uri;
    }

    private static string Scheme(IClientConfig config) => config.UseHttp ? "http" : "https";

    private static RegionEndpoint RegionOf(IClientConfig config) =>
        config.RegionEndpoint ?? throw new AmazonS3ControlException("Invalid Configuration: Missing Region");
}
