using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Matching.Context;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Wire;
using SandboxCaller = Mrap.Sandbox.Identity.Caller;

namespace Mrap.Sandbox.Authorization;

/// <summary>
/// The condition keys of a request that do not depend on the service (IAM User Guide, "AWS global condition context keys"). A value is made
/// when a condition asks for it; the keys live no longer than the request.
/// </summary>
/// <param name="http">The request.</param>
/// <param name="caller">Who sent it.</param>
/// <param name="region">The Region it was sent to; null for a service that has none.</param>
/// <param name="resourceAccount">The account that owns the resource.</param>
/// <param name="now">When it is decided.</param>
internal class RequestKeys(HttpContext http, SandboxCaller caller, string? region, AccountId resourceAccount, DateTimeOffset now)
    : IContextSource
{
    private static readonly FrozenDictionary<string, Func<RequestKeys, string?>> s_readers = new Dictionary<string,
    Func<RequestKeys, string?>>
    {
        ["aws:SourceIp"] = keys => keys.SourceIp,
        ["aws:SecureTransport"] = keys => Text(keys.Http.Request.IsHttps),
        ["aws:CurrentTime"] = keys => Iso8601.Seconds(keys.Now),
        ["aws:EpochTime"] = keys => keys.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["aws:UserAgent"] = keys => keys.Header("User-Agent"),
        ["aws:Referer"] = keys => keys.Header("Referer"),
        ["aws:RequestedRegion"] = keys => keys.Region,
        ["aws:ResourceAccount"] = keys => keys.ResourceAccount.Value,
        ["aws:ViaAWSService"] = keys => keys.Caller is SandboxCaller.Signed ? "false" : null,
        ["aws:PrincipalIsAWSService"] = keys => keys.Caller is SandboxCaller.Signed ? "false" : null,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> s_anonymous =
        [new("aws:userid", ["anonymous"]), new("aws:PrincipalType", ["Anonymous"])];

    /// <summary>Further keys, which hide those of the request.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Extra { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Entries => Names
        .Concat(CallerKeys.Select(entry => entry.Key))
        .Concat(Extra.Select(entry => entry.Key))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(name => KeyValuePair.Create(name, ImmutableArray.Create(Find(name))))
        .Where(entry => !entry.Value.IsEmpty);

    /// <summary>The request.</summary>
    protected HttpContext Http => http;

    /// <summary>Who sent the request.</summary>
    protected SandboxCaller Caller => caller;

    /// <summary>The account that owns the resource.</summary>
    protected AccountId ResourceAccount => resourceAccount;

    /// <summary>When the request is decided.</summary>
    protected DateTimeOffset Now => now;

    /// <summary>The names of the keys that a request can have, besides those of its caller.</summary>
    protected virtual IEnumerable<string> Names => s_readers.Keys;

    private string? Region => region;

    private string? SourceIp =>
        http.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;

    private ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> CallerKeys =>
        caller is SandboxCaller.Signed signed ? signed.Permissions.Context : s_anonymous;

    /// <inheritdoc/>
    public ReadOnlySpan<string> Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var extra = Find(Extra, key);
        if (!extra.IsEmpty)
        {
            return extra;
        }

        var own = Read(key);
        return own.IsEmpty ? Find(CallerKeys, key) : own;
    }

    /// <summary>The keys of a call of a service other than S3's data plane.</summary>
    public static RequestKeys Of(
        Exchange exchange, SandboxCaller caller, string action, AccountId resourceAccount, DateTimeOffset now,
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> extra) =>
        action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase)
            ? new S3Keys(
                exchange.Http, caller, exchange.Signature, exchange.Signature?.Scope.Region, resourceAccount, now)
            { Extra = extra }
            : new RequestKeys(exchange.Http, caller, exchange.Signature?.Scope.Region, resourceAccount, now) { Extra = extra };

    /// <summary>The values that the request itself has for a key; empty when it has none.</summary>
    protected virtual ReadOnlySpan<string> Read(string key) => s_readers.TryGetValue(key, out var read) ? One(read(this)) : [];

    /// <summary>A header, several of one name joined by commas; null when there is none.</summary>
    protected string? Header(string name) => http.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>One value, or none for null.</summary>
    protected static ReadOnlySpan<string> One(string? value) => value is null ? [] : new[] { value };

    /// <summary>A truth as policies write it.</summary>
    protected static string Text(bool value) => value ? "true" : "false";

    private static ReadOnlySpan<string> Find(ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> entries, string key)
    {
        foreach (var (name, values) in entries)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return values.AsSpan();
            }
        }

        return [];
    }
}
