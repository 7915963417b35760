using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Policy.Text;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.DataPlane;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Network;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Admin;

/// <summary>
/// The sandbox's own control interface below <c>/_sandbox</c>: JSON, for loopback callers only, never for pages of another origin.
/// </summary>
internal sealed partial class AdminInterface(
    ControlState state,
    AccountSettings settings,
    RegionStores stores,
    RegionConditions conditions,
    AccessPointRouting routing,
    RequestJournal journal,
    SettingsPrincipals principals,
    IdentityStore identities,
    TemporarySessions sessions,
    AccessKeyUsage keyUses,
    CertificateAuthority authority,
    SandboxAddresses addresses,
    SandboxOptions options)
{
    private const int MaxBody = 64 * 1024;
    private const int DefaultLimit = 100;

    /// <summary>Answers a request.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="path">The path below <c>/_sandbox/</c>, as it came.</param>
    public async Task ServeAsync(HttpContext http, string path)
    {
        if (!OriginCheck.Allows(http.Request))
        {
            await ProblemAsync(http, 403, "this interface answers loopback callers only, and no page of another origin");
            return;
        }

        var method = http.Request.Method;
        switch (method, path)
        {
            case ("GET", "health"):
                await JsonAsync(http, new { status = "ready" });
                break;
            case ("GET", "env"):
                await EnvAsync(http);
                break;
            case ("GET", "ca.pem"):
                http.Response.ContentType = "application/x-pem-file";
                await http.Response.WriteAsync(authority.CertificatePem, http.RequestAborted);
                break;
            case ("GET", "regions"):
                await JsonAsync(
                    http,
                    RegionCatalog.Commercial.ToDictionary(
                        region => region.Id.Value, region => RegionDocument.Of(conditions.Of(region.Id))));
                break;
            case ("PUT", _) when path.StartsWith("regions/", StringComparison.Ordinal):
                await PutRegionAsync(http, path["regions/".Length..]);
                break;
            case ("GET", "vantages"):
                await JsonAsync(http, VantageCatalog.All.Select(vantage => new
                {
                    id = vantage.Id,
                    name = vantage.Name,
                    kind = vantage.Kind == VantageKind.Region ? "region" : "city",
                    lat = vantage.Position.Latitude,
                    lon = vantage.Position.Longitude,
                }));
                break;
            case ("GET", "route"):
                await RouteAsync(http);
                break;
            case ("GET", "requests"):
                await RequestsAsync(http);
                break;
            case ("POST", "reset"):
                await ResetAsync(http);
                break;
            default:
                await ProblemAsync(http, 404, $"there is no {DisplayText.Truncate(method)} /_sandbox/{DisplayText.Truncate(path)}");
                break;
        }
    }

    private async Task EnvAsync(HttpContext http)
    {
        var vantage = http.Request.Query["vantage"].ToString();
        if (vantage.Length > 0 && VantageCatalog.Find(vantage) is null)
        {
            await ProblemAsync(http, 400, ClientVantage.Explain(vantage));
            return;
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
            text.Append("export ").Append(name).Append("='").Append(value.Replace("'", "'\\''", StringComparison.Ordinal)).Append("'\n");
        }

        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
    }

    private async Task PutRegionAsync(HttpContext http, string regionText)
    {
        if (!RegionId.Parse(regionText).TryGet(out var region) || RegionCatalog.Find(region) is not { IsCommercial: true })
        {
            await ProblemAsync(http, 404, $"there is no Region `{DisplayText.Truncate(regionText)}`");
            return;
        }

        var document = await ReadAsync<RegionDocument>(http);
        if (document is null)
        {
            await ProblemAsync(
                http, 400,
                "the body must be JSON such as {\"state\":\"up\",\"latencyMs\":0,\"jitterMs\":0,\"errorRate\":0.0,"
                    + "\"replication\":\"running\"}");
            return;
        }

        if (document.Apply(conditions.Of(region), out var fault) is not { } condition)
        {
            await ProblemAsync(http, 400, fault);
            return;
        }

        conditions.Set(region, condition);
        await JsonAsync(http, RegionDocument.Of(condition));
    }

    private async Task ResetAsync(HttpContext http)
    {
        var document = await ReadAsync<ResetDocument>(http);
        if (document?.Confirm != "reset")
        {
            await ProblemAsync(http, 400, "this empties everything: send {\"confirm\":\"reset\"}");
            return;
        }

        await stores.ResetAsync(http.RequestAborted);
        state.Reset();
        settings.Reset();
        identities.Reset();
        sessions.Reset();
        keyUses.Reset();
        conditions.Reset();
        journal.Clear();
        await JsonAsync(http, new { status = "empty" });
    }

    private AccessPointRecord? Find(string wanted)
    {
        if (AccessPointArn.Parse(wanted).TryGet(out var arn))
        {
            return state.Find(arn.Alias);
        }

        return AccessPointAlias.Parse(wanted).TryGet(out var alias)
            ? state.Find(alias)
            : state.All().FirstOrDefault(record => record.Point.Name.Value == wanted);
    }

    private static async Task<T?> ReadAsync<T>(HttpContext http)
        where T : class
    {
        if (http.Request.ContentLength > MaxBody)
        {
            return null;
        }

        var buffer = new byte[MaxBody + 1];
        var count = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        try
        {
            return count > MaxBody ? null : JsonSerializer.Deserialize<T>(buffer.AsSpan(0, count), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task JsonAsync<T>(HttpContext http, T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web);
        http.Response.ContentType = "application/json";
        AnswerBody.Write(http.Response, bytes);
        return Task.CompletedTask;
    }

    private static Task ProblemAsync(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        return JsonAsync(http, new { error = sentence });
    }

    private sealed record ResetDocument(string? Confirm);
}
