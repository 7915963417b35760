using Amazon.Runtime;
using Mrap.AwsSdk.Protocol;

namespace Amazon.IdentityManagement.Internal;

/// <summary>IAM answers at one address a partition, which is signed for in one Region (AWS page "AWS IAM endpoints and quotas").</summary>
internal static class IdentityManagementEndpoint
{
    public static QueryEndpoint Find(IClientConfig config)
    {
        var region = config.RegionEndpoint ?? RegionEndpoint.USEast1;
        var (host, signingRegion) = region.PartitionName switch
        {
            "aws-cn" => ("iam.cn-north-1", "cn-north-1"),
            "aws-us-gov" => ("iam.us-gov", "us-gov-west-1"),
            _ => (config.UseFIPSEndpoint ? "iam-fips" : "iam", "us-east-1"),
        };
        var scheme = config.UseHttp ? "http" : "https";
        return new QueryEndpoint(new Uri($"{scheme}://{host}.{region.PartitionDnsSuffix}/"), "iam", signingRegion);
    }
}
