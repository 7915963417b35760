using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Admin;

/// <summary>
/// Tells the owner's own tools from pages of other sites that a browser might send here, by name rebinding or across origins.
/// </summary>
internal static class OriginCheck
{
    /// <summary>Whether a request may use the control interface.</summary>
    public static bool Allows(HttpRequest request)
    {
        if (!LoopbackHosts.Contains(AddressReader.HostName(request.Headers.Host.ToString())))
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Headers.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
