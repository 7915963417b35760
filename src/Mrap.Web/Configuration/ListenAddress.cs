using System.Net;

namespace Mrap.Web.Configuration;

/// <summary>One address to listen on, as Kestrel reads it (<c>+</c> and <c>*</c> stand for every interface).</summary>
public sealed record ListenAddress(string Url, string Host, int Port)
{
    /// <summary>True when only this machine can connect.</summary>
    public bool IsLoopback => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>An address as it may be shown: without what stands before an <c>@</c>, which may be a password.</summary>
    public static string Shown(string? url)
    {
        var at = url?.LastIndexOf('@') ?? -1;
        return at < 0 ? url ?? string.Empty : "…" + url![at..];
    }

    /// <summary>
    /// The address, or null when the text is not an http or https address of a host and a port, without a path, a query or a user.
    /// </summary>
    public static ListenAddress? Parse(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.AsSpan().IndexOfAny(";@?#") >= 0)
        {
            return null;
        }

        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https"
                && address.PathBase.Length == 0
                && !address.IsUnixPipe
                && !address.IsNamedPipe
                && address.Port is >= 0 and <= 65535
                && (address.Host.StartsWith('[') || !address.Host.Contains(':', StringComparison.Ordinal))
                ? new ListenAddress(url, address.Host, address.Port)
                : null;
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
