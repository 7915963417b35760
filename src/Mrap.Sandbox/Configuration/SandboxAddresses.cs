namespace Mrap.Sandbox.Configuration;

/// <summary>The ports the sandbox really listens on; known once it has started.</summary>
internal sealed class SandboxAddresses
{
    /// <summary>The port of the plain HTTP endpoint; 0 before the start.</summary>
    public int HttpPort { get; private set; }

    /// <summary>The port of the TLS endpoint and CONNECT proxy; 0 before the start.</summary>
    public int ProxyPort { get; private set; }

    /// <summary>Tells the ports.</summary>
    public void Set(int httpPort, int proxyPort)
    {
        HttpPort = httpPort;
        ProxyPort = proxyPort;
    }
}
