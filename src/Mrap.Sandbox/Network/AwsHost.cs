using Mrap.Core.Regions;

namespace Mrap.Sandbox.Network;

/// <summary>An <c>*.amazonaws.com</c> name taken apart: which service, which Region, and what stands before the service's label.</summary>
/// <param name="Region">The Region in the name; null for a global name.</param>
/// <param name="Prefix">What stands in front, without the dot: a bucket, an account or an alias; empty for the bare endpoint.</param>
internal sealed record AwsHost(AwsService Service, RegionId? Region, string Prefix)
{
    private const string Suffix = ".amazonaws.com";

    /// <summary>Takes a name apart.</summary>
    /// <param name="host">The host without port, in any case.</param>
    /// <returns>Null when the name is not one of a service that the sandbox simulates.</returns>
    public static AwsHost? Parse(string host)
    {
        host = host.ToLowerInvariant();
        if (!host.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        // The labels are read from the right: a bucket's own dots stand on the left.
        var labels = host[..^Suffix.Length].Split('.');
        var last = labels.Length - 1;
        RegionId? region = null;
        RegionId parsed;
        if (
            !labels[last].StartsWith("s3-", StringComparison.Ordinal)
                && RegionId.Parse(labels[last]).TryGet(out parsed)
                && ServiceOf(labels[last]) is null)
        {
            region = parsed;
            last--;
            if (last >= 0 && labels[last] == "dualstack")
            {
                last--;
            }
        }

        if (last < 0)
        {
            return null;
        }

        var label = labels[last];
        if (region is null && label.StartsWith("s3-", StringComparison.Ordinal) && RegionId.Parse(label[3..]).TryGet(out parsed))
        {
            region = parsed;
            label = "s3";
        }

        if (ServiceOf(label) is not { } service)
        {
            return null;
        }

        if (service == AwsService.S3Global)
        {
            return region is null && (last == 0 || labels[last - 1] == "accesspoint")
                ? new AwsHost(service, null, string.Join('.', labels, 0, Math.Max(last - 1, 0)))
                : null;
        }

        return new AwsHost(service, region, string.Join('.', labels, 0, last));
    }

    private static AwsService? ServiceOf(string label) => label switch
    {
        "s3" or "s3-fips" => AwsService.S3,
        "s3-global" => AwsService.S3Global,
        "s3-control" or "s3-control-fips" => AwsService.S3Control,
        "sts" or "sts-fips" => AwsService.Sts,
        "monitoring" or "monitoring-fips" => AwsService.CloudWatch,
        "iam" => AwsService.Iam,
        "access-analyzer" or "access-analyzer-fips" => AwsService.AccessAnalyzer,
        _ => null,
    };
}
