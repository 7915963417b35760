using Amazon.Runtime;
using Mrap.AwsSdk.Protocol;

namespace Amazon.CloudWatch.Internal;

/// <summary>CloudWatch answers in every Region (AWS page "Amazon CloudWatch endpoints and quotas").</summary>
internal static class CloudWatchEndpoint
{
    public static QueryEndpoint Find(IClientConfig config)
    {
        var region = config.RegionEndpoint ?? throw new AmazonCloudWatchException("Invalid Configuration: Missing Region");
        var scheme = config.UseHttp ? "http" : "https";
        var host = config.UseFIPSEndpoint ? "monitoring-fips" : "monitoring";
        var address = new Uri($"{scheme}://{host}.{region.SystemName}.{region.PartitionDnsSuffix}/");
        return new QueryEndpoint(address, "monitoring", region.SystemName);
    }
}
