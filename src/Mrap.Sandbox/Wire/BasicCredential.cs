using System.Text;

namespace Mrap.Sandbox.Wire;

/// <summary>Reads the credential that a client gives its proxy.</summary>
internal static class BasicCredential
{
    /// <summary>The user name in a Basic credential; null when there is none or it cannot be read.</summary>
    /// <param name="credential">The value of the header.</param>
    public static string? UserName(string credential)
    {
        const string Scheme = "Basic ";
        if (!credential.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || credential.Length > 1024)
        {
            return null;
        }

        var bytes = new byte[1024];
        if (!Convert.TryFromBase64String(credential[Scheme.Length..].Trim(), bytes, out var count))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, count);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        var name = Uri.UnescapeDataString(colon < 0 ? pair : pair[..colon]);
        return name.Length == 0 ? null : name;
    }
}
