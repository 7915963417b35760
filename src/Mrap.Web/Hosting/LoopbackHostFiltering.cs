using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>
/// A console that listens on loopback answers only to loopback names, so that a page of another site cannot reach it by
/// letting its own name resolve to 127.0.0.1.
/// </summary>
public sealed class LoopbackHostFiltering(IOptions<ConsoleOptions> console) : IPostConfigureOptions<HostFilteringOptions>
{
    private static readonly string[] s_loopback = ["localhost", "127.0.0.1", "[::1]"];

    public void PostConfigure(string? name, HostFilteringOptions options)
    {
        if (ListenAddress.Parse(console.Value.Url) is { IsLoopback: true })
        {
            options.AllowedHosts = s_loopback;
        }
    }
}
