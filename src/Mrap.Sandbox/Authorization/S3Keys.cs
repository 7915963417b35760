using System.Collections.Frozen;
using System.Globalization;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Mrap.Core.AccessPoints;
using Mrap.Signing.Keys;
using Mrap.Signing.Signatures;
using SandboxCaller = Mrap.Sandbox.Identity.Caller;

namespace Mrap.Sandbox.Authorization;

/// <summary>
/// The condition keys that every request to S3 and S3 Control has (Service Authorization Reference, "Condition keys for Amazon S3").
/// </summary>
/// <param name="http">The request.</param>
/// <param name="caller">Who sent it.</param>
/// <param name="signature">Its signature; null when it carries none.</param>
/// <param name="region">The Region it was sent to.</param>
/// <param name="resourceAccount">The account that owns the resource.</param>
/// <param name="now">When it is decided.</param>
internal class S3Keys(
    HttpContext http, SandboxCaller caller, RequestSignature? signature, string? region, AccountId resourceAccount, DateTimeOffset now)
    : RequestKeys(http, caller, region, resourceAccount, now)
{
    private static readonly FrozenDictionary<string, Func<S3Keys, string?>> s_readers = new Dictionary<string, Func<S3Keys, string?>>
    {
        ["s3:authType"] = keys => keys.Signature?.Location switch
        {
            SignatureLocation.Header => "REST-HEADER",
            SignatureLocation.Query => "REST-QUERY-STRING",
            _ => null,
        },
        ["s3:signatureversion"] = keys => keys.Signature?.Algorithm.Label(),
        ["s3:signatureAge"] = keys =>
            keys.Signature is { } signature
                ? Math.Max(0, (long)(keys.Now - signature.Timestamp).TotalMilliseconds).ToString(CultureInfo.InvariantCulture)
                : null,
        ["s3:TlsVersion"] = keys => keys.TlsVersion,
        ["s3:ResourceAccount"] = keys => keys.ResourceAccount.Value,
        ["s3:x-amz-content-sha256"] = keys => keys.Header("x-amz-content-sha256") ?? keys.Signature?.QueryPayloadHash,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override IEnumerable<string> Names => base.Names.Concat(s_readers.Keys);

    private RequestSignature? Signature => signature;

    private string? TlsVersion => Http.Features.Get<ITlsHandshakeFeature>()?.Protocol switch
    {
        SslProtocols.Tls12 => "1.2",
        SslProtocols.Tls13 => "1.3",
        _ => null,
    };

    /// <inheritdoc/>
    protected override ReadOnlySpan<string> Read(string key) => s_readers.TryGetValue(key, out var read) ? One(read(this)) : base.Read(key);
}
