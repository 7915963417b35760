using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Sandbox.Wire;

/// <summary>
/// Finds out what a request is addressed to (AWS pages "Virtual hosting of general purpose buckets" and "Amazon S3 endpoints and quotas").
/// </summary>
internal sealed class AddressReader(ServiceDirectory services)
{
    private const string ControlPath = "/v20180820/";
    private const string SandboxPath = "/_sandbox";
    private const string Localhost = ".localhost";

    /// <summary>Reads the address of a request.</summary>
    /// <param name="host">The Host header, with or without a port.</param>
    /// <param name="path">The raw path, beginning with <c>/</c>.</param>
    /// <param name="service">The service in the scope of the signature; null when nothing is signed.</param>
    public RequestAddress Read(string host, string path, string? service)
    {
        var name = HostName(host);
        if (LoopbackHosts.Contains(name))
        {
            return ReadDirect(name, path, service);
        }

        return services.ParseHost(name) is { } aws ? ReadAws(aws, path) : new RequestAddress.UnknownHost(name);
    }

    /// <summary>The path below <c>/_sandbox/</c> of a request to the sandbox's own interface; null for any other request.</summary>
    /// <param name="host">The Host header, with or without a port.</param>
    /// <param name="path">The raw path, beginning with <c>/</c>.</param>
    public static string? SandboxPathOf(string host, string path)
    {
        if (
            !path.StartsWith(SandboxPath, StringComparison.Ordinal)
                || (path.Length > SandboxPath.Length && path[SandboxPath.Length] != '/'))
        {
            return null;
        }

        var name = HostName(host);
        return LoopbackHosts.Contains(name) && !name.EndsWith(Localhost, StringComparison.Ordinal)
            ? path.Length > SandboxPath.Length ? path[(SandboxPath.Length + 1)..] : string.Empty
            : null;
    }

    /// <summary>A host without its port and its brackets, in lower case.</summary>
    public static string HostName(string host)
    {
        host = host.Trim().ToLowerInvariant();
        if (host.StartsWith('['))
        {
            var end = host.IndexOf(']', StringComparison.Ordinal);
            return end < 0 ? host : host[1..end];
        }

        var colon = host.LastIndexOf(':');
        return (colon < 0 ? host : host[..colon]).TrimEnd('.');
    }

    private static RequestAddress ReadAws(AwsHost host, string path)
    {
        if (host.Service == AwsService.S3Global)
        {
            return ReadGlobal(host, path);
        }

        if (host.Service == AwsService.S3Control)
        {
            return ReadControl(host, path);
        }

        if (host.Service == AwsService.S3)
        {
            return host.Prefix.Length == 0
                ? PathStyle(path, host.Region, isDirect: false)
                : VirtualHost(host.Prefix, path, host.Region, isDirect: false);
        }

        return host.Prefix.Length == 0
            ? new RequestAddress.Other(host.Service, host.Region)
            : new RequestAddress.UnknownHost(host.Prefix);
    }

    private static RequestAddress ReadGlobal(AwsHost host, string path)
    {
        if (host.Prefix.Length == 0)
        {
            return new RequestAddress.GlobalHost();
        }

        return TryKey(path, out var key)
            ? new RequestAddress.AccessPoint(host.Prefix, key)
            : new RequestAddress.MalformedPath(AwsService.S3Global);
    }

    private static RequestAddress ReadControl(AwsHost host, string path)
    {
        if (host.Prefix.Length == 0)
        {
            return new RequestAddress.Control(null, host.Region, path);
        }

        return AccountId.Parse(host.Prefix).TryGet(out var account)
            ? new RequestAddress.Control(account, host.Region, path)
            : new RequestAddress.UnknownHost($"{host.Prefix}.s3-control");
    }

    private RequestAddress ReadDirect(string host, string path, string? service)
    {
        var prefix = host.EndsWith(Localhost, StringComparison.Ordinal) ? host[..^Localhost.Length] : string.Empty;
        if (prefix.Length == 0)
        {
            if (services.FindSigned(service) is { } other)
            {
                return new RequestAddress.Other(other, null);
            }
        }

        if (path.StartsWith(ControlPath, StringComparison.Ordinal))
        {
            if (prefix.Length == 0)
            {
                return new RequestAddress.Control(null, null, path);
            }

            if (AccountId.Parse(prefix).TryGet(out var account))
            {
                return new RequestAddress.Control(account, null, path);
            }
        }

        if (prefix.Length == 0 || prefix == "s3")
        {
            return PathStyle(path, null, isDirect: true);
        }

        var bucket = prefix.EndsWith(".s3", StringComparison.Ordinal) ? prefix[..^3] : prefix;
        return VirtualHost(bucket, path, null, isDirect: true);
    }

    private static RequestAddress VirtualHost(string bucket, string path, RegionId? endpoint, bool isDirect) =>
        TryKey(path, out var key)
            ? new RequestAddress.Bucket(endpoint, bucket, key, isDirect, IsVirtualHost: true)
            : new RequestAddress.MalformedPath(AwsService.S3);

    private static RequestAddress PathStyle(string path, RegionId? endpoint, bool isDirect)
    {
        if (path == "/")
        {
            return new RequestAddress.Root(endpoint, isDirect);
        }

        var slash = path.IndexOf('/', 1);
        var rawBucket = slash < 0 ? path[1..] : path[1..slash];
        if (!PercentText.TryDecode(rawBucket, out var bucket) || !TryKey(slash < 0 ? "/" : path[slash..], out var key))
        {
            return new RequestAddress.MalformedPath(AwsService.S3);
        }

        return new RequestAddress.Bucket(endpoint, bucket, key, isDirect, IsVirtualHost: false);
    }

    private static bool TryKey(string path, out string? key)
    {
        key = null;
        if (path.Length <= 1)
        {
            return true;
        }

        if (!PercentText.TryDecode(path[1..], out var decoded))
        {
            return false;
        }

        key = decoded;
        return true;
    }
}
