using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Sandbox.Wire;

/// <summary>The services that there are, by their host labels and by their signing names.</summary>
/// <param name="services">Every service besides the S3 family, which is always there.</param>
internal sealed class ServiceDirectory(IEnumerable<AwsService> services)
{
    private const int MaxHostLength = 253;
    private const string AmazonDomain = "amazonaws.com";
    private const string Suffix = "." + AmazonDomain;

    private readonly FrozenDictionary<string, AwsService> _byLabel =
        new[] { AwsService.S3, AwsService.S3Global, AwsService.S3Control }.Concat(services)
            .SelectMany(service => service.HostLabels, (service, label) => KeyValuePair.Create(label, service))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, AwsService> _bySigningName =
        services.ToFrozenDictionary(service => service.SigningName, StringComparer.Ordinal);

    /// <summary>The domains in which every name lies that the sandbox can answer for.</summary>
    public static ImmutableArray<string> Domains { get; } = [AmazonDomain, LoopbackHosts.Domain];

    /// <summary>The service besides the S3 family that signatures name so; null for none.</summary>
    public AwsService? FindSigned(string? signingName) => signingName is null ? null : _bySigningName.GetValueOrDefault(signingName);

    /// <summary>Whether the sandbox answers for a host name. No other name is ever connected to or answered for.</summary>
    /// <param name="host">A host without port, in any case; an IPv6 address with or without brackets.</param>
    public bool Contains(string host) => LoopbackHosts.Contains(host) || (host.Length <= MaxHostLength && ParseHost(host) is not null);

    /// <summary>Takes an <c>*.amazonaws.com</c> name apart.</summary>
    /// <param name="host">The host without port, in any case.</param>
    /// <returns>Null when the name is not one of a service that the sandbox simulates.</returns>
    public AwsHost? ParseHost(string host)
    {
        host = host.ToLowerInvariant();
        if (!host.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        // The labels are read from the right: a bucket's own dots stand on the left.
        var labels = host[..^Suffix.Length].Split('.');
        var last = labels.Length - 1;
        var region = ReadRegion(labels, ref last);
        if (last < 0)
        {
            return null;
        }

        var label = labels[last];
        if (region is null && label.StartsWith("s3-", StringComparison.Ordinal) && RegionId.Parse(label[3..]).TryGet(out var parsed))
        {
            region = parsed;
            label = "s3";
        }

        if (!_byLabel.TryGetValue(label, out var service))
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

    private RegionId? ReadRegion(string[] labels, ref int last)
    {
        if (labels[last].StartsWith("s3-", StringComparison.Ordinal)
            || !RegionId.Parse(labels[last]).TryGet(out var region)
            || _byLabel.ContainsKey(labels[last]))
        {
            return null;
        }

        last--;
        if (last >= 0 && labels[last] == "dualstack")
        {
            last--;
        }

        return region;
    }
}
