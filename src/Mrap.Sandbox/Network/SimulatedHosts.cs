using System.Net;

namespace Mrap.Sandbox.Network;

/// <summary>The host names behind which the sandbox stands. No other name is ever connected to or answered for.</summary>
internal static class SimulatedHosts
{
    private const int MaxLength = 253;

    /// <summary>Whether the sandbox answers for a host name.</summary>
    /// <param name="host">A host without port, in any case; an IPv6 address with or without brackets.</param>
    public static bool Contains(string host) => IsLoopback(host) || (host.Length <= MaxLength && AwsHost.Parse(host) is not null);

    /// <summary>Whether a host is this machine: <c>localhost</c>, a name below it, or a loopback address.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
