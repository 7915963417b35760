using Microsoft.AspNetCore.Http;
using Mrap.Core.Routing;
using Mrap.Policy.Text;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.DataPlane;

/// <summary>Finds out where a client is: its own header, else the user name of its proxy address, else the setting.</summary>
internal sealed class ClientVantage
{
    /// <summary>The header with which a client says where it is.</summary>
    public const string Header = "x-sandbox-vantage";

    private readonly Vantage _default;

    /// <summary>Reads the setting, which was checked before.</summary>
    public ClientVantage(SandboxOptions options) =>
        _default = VantageCatalog.Find(options.DefaultVantage)
            ?? throw new ArgumentException(Explain(options.DefaultVantage), nameof(options));

    /// <summary>Where the client of a request is.</summary>
    /// <exception cref="ServiceException">It names a place that is not known.</exception>
    public Vantage Of(HttpContext http)
    {
        var headers = http.Request.Headers;
        if (headers.TryGetValue(Header, out var named))
        {
            return Require(named.ToString());
        }

        if (headers.TryGetValue("Proxy-Authorization", out var credential) && BasicCredential.UserName(credential.ToString()) is { } user)
        {
            return Require(user);
        }

        return http.Features.Get<ProxyVantage>() is { } proxied ? Require(proxied.VantageId) : _default;
    }

    /// <summary>A sentence that says that a place is unknown, with examples of known ones.</summary>
    public static string Explain(string vantageId) =>
        $"`{DisplayText.Truncate(vantageId)}` is not a vantage: give a Region such as `us-east-1` or `ap-northeast-1`, or a city such as "
            + "`ng-lagos`.";

    private static Vantage Require(string id) =>
        VantageCatalog.Find(id)
            ?? throw ServiceException.Of(400, "InvalidArgument", Explain(id), ("ArgumentName", Header), ("ArgumentValue", id));
}
