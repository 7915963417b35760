using System.Net;

namespace Mrap.Sandbox.Wire;

/// <summary>The host names of this machine.</summary>
internal static class LoopbackHosts
{
    /// <summary>Whether a host is this machine: <c>localhost</c>, a name below it, or a loopback address.</summary>
    public static bool Contains(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
