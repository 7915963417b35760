using System.Net;

namespace Mrap.Sandbox.Wire;

/// <summary>The host names of this machine.</summary>
internal static class LoopbackHosts
{
    /// <summary>The name of this machine, below which every name is this machine too (RFC 6761, 6.3).</summary>
    public const string Domain = "localhost";

    /// <summary>Whether a host is this machine: <c>localhost</c>, a name below it, or a loopback address.</summary>
    public static bool Contains(string host) =>
        host.Equals(Domain, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
