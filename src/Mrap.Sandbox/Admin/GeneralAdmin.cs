using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mrap.Core.Routing;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.DataPlane;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Network;

namespace Mrap.Sandbox.Admin;

/// <summary>How to reach the sandbox.</summary>
internal sealed class GeneralAdmin(
    SettingsPrincipals principals, CertificateAuthority authority, SandboxAddresses addresses) : IAdminOperations
{
    /// <inheritdoc/>
    public ImmutableArray<AdminOperation> Operations =>
    [
        new("GET", "health", "200 once the sandbox answers", call => call.JsonAsync(new { status = "ready" })),
        new("GET", "env", "shell exports that lead a client here; ?vantage= places it", EnvAsync),
        new("GET", "ca.pem", "the certificate of the sandbox's own authority", AuthorityAsync),
        new("GET", "vantages", "where clients can be placed", VantagesAsync),
    ];

    private static Task VantagesAsync(AdminCall call) => call.JsonAsync(VantageCatalog.All.Select(vantage => new
    {
        id = vantage.Id,
        name = vantage.Name,
        kind = vantage.Kind == VantageKind.Region ? "region" : "city",
        lat = vantage.Position.Latitude,
        lon = vantage.Position.Longitude,
    }));

    private Task AuthorityAsync(AdminCall call)
    {
        call.Http.Response.ContentType = "application/x-pem-file";
        return call.Http.Response.WriteAsync(authority.CertificatePem, call.Aborted);
    }

    private Task EnvAsync(AdminCall call)
    {
        var vantage = call.Query("vantage");
        if (vantage.Length > 0 && VantageCatalog.Find(vantage) is null)
        {
            // what is evaluated by a shell must show its fault there
            call.Http.Response.StatusCode = 400;
            call.Http.Response.ContentType = "text/plain; charset=utf-8";
            return call.Http.Response.WriteAsync(
                $"echo {Quote("sandbox: " + ClientVantage.Explain(vantage))} >&2; false\n", call.Aborted);
        }

        var (accessKeyId, secret) = principals.FirstKey;

        // AWS CLI and boto3 drop a user name that comes without a password.
        var user = vantage.Length > 0 ? $"{vantage}:x@" : string.Empty;
        var text = new StringBuilder();
        foreach (var (name, value) in new (string, string)[]
        {
            ("HTTPS_PROXY", string.Create(CultureInfo.InvariantCulture, $"http://{user}127.0.0.1:{addresses.ProxyPort}")),
            ("AWS_CA_BUNDLE", authority.CertificatePath),
            ("AWS_ACCESS_KEY_ID", accessKeyId),
            ("AWS_SECRET_ACCESS_KEY", secret),
            ("AWS_REGION", "us-west-2"),
            ("AWS_DEFAULT_REGION", "us-west-2"),
            ("AWS_EC2_METADATA_DISABLED", "true"),
            ("AWS_PAGER", string.Empty),
        })
        {
            text.Append("export ").Append(name).Append('=').Append(Quote(value)).Append('\n');
        }

        call.Http.Response.ContentType = "text/plain; charset=utf-8";
        return call.Http.Response.WriteAsync(text.ToString(), call.Aborted);
    }

    private static string Quote(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
