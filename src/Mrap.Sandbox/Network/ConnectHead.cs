using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Network;

/// <summary>The head of a CONNECT request.</summary>
/// <param name="Host">The host to connect to, without brackets.</param>
/// <param name="VantageId">The user name of <c>Proxy-Authorization: Basic</c>; null when there is none.</param>
internal sealed record ConnectHead(string Host, int Port, string? VantageId)
{
    /// <summary>The most bytes of a head.</summary>
    public const int MaxLength = 8 * 1024;

    /// <summary>Reads a head.</summary>
    /// <param name="text">The head up to its empty line, as Latin-1.</param>
    /// <returns>Null when it is not a well-formed CONNECT.</returns>
    public static ConnectHead? Parse(string text)
    {
        var lines = text.Split("\r\n");
        var parts = lines[0].Split(' ');
        if (
            parts.Length != 3
                || parts[0] != "CONNECT"
                || !parts[2].StartsWith("HTTP/1.", StringComparison.Ordinal)
                || !TryAuthority(parts[1], out var host, out var port))
        {
            return null;
        }

        string? vantage = null;
        foreach (var line in lines.AsSpan(1))
        {
            if (line.StartsWith("Proxy-Authorization:", StringComparison.OrdinalIgnoreCase))
            {
                vantage = BasicCredential.UserName(line["Proxy-Authorization:".Length..].Trim());
            }
        }

        return new ConnectHead(host, port, vantage);
    }

    private static bool TryAuthority(string authority, out string host, out int port)
    {
        host = string.Empty;
        port = 0;
        var colon = authority.LastIndexOf(':');
        if (
            colon <= 0
                || !int.TryParse(
                    authority.AsSpan(colon + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
                    out port)
                || port is < 1 or > 65535)
        {
            return false;
        }

        host = authority[..colon].TrimStart('[').TrimEnd(']');
        return host.Length is > 0 and <= 253;
    }
}
