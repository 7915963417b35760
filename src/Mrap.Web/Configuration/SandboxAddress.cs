namespace Mrap.Web.Configuration;

/// <summary>Where the embedded sandbox answers, once it has started.</summary>
public sealed class SandboxAddress
{
    /// <summary>The plain HTTP endpoint, without a slash at its end; empty while there is no sandbox.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>The TLS endpoint and CONNECT proxy; null while there is no sandbox.</summary>
    public Uri? Proxy { get; private set; }

    /// <summary>The certificate that clients of the proxy must trust; empty while there is no sandbox.</summary>
    public string CertificatePath { get; private set; } = string.Empty;

    /// <summary>The shell line after which unmodified clients reach the sandbox.</summary>
    public string EnvLine => $"eval \"$(curl -s {Url}/_sandbox/env)\"";

    /// <summary>The same line for a client placed at a Region or a city.</summary>
    public string EnvLineAt(string vantage) => $"eval \"$(curl -s '{Url}/_sandbox/env?vantage={Uri.EscapeDataString(vantage)}')\"";

    /// <summary>Tells where the sandbox answers.</summary>
    public void Set(Uri http, Uri proxy, string certificatePath)
    {
        Url = http.ToString().TrimEnd('/');
        Proxy = proxy;
        CertificatePath = certificatePath;
    }
}
