using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>Writes a request as a line of an access log (Amazon S3 User Guide, "Amazon S3 server access log format").</summary>
internal static class AccessLogLine
{
    private const int MaxField = 4096;

    /// <summary>The line, without its line feed.</summary>
    /// <param name="owner">The owner of the bucket.</param>
    /// <param name="accessPointArn">The ARN of the access point that it came through; null for none.</param>
    public static string Of(RequestObserved request, HttpContext http, AccountId owner, string? accessPointArn)
    {
        var headers = http.Request.Headers;
        var signature = SignatureFields.Of(http.Request);
        var line = new StringBuilder(600);
        Append(line, CanonicalUserId.Of(owner));
        Append(line, request.Bucket);
        Append(line, request.Arrived.UtcDateTime.ToString("'['dd/MMM/yyyy:HH:mm:ss +0000']'", CultureInfo.InvariantCulture));
        Append(line, http.Connection.RemoteIpAddress is { } ip ? (ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip).ToString() : null);
        Append(line, request.Caller);
        Append(line, request.RequestId);
        Append(line, AccessLogOperation.Of(request));
        Append(line, request.Key is { } key ? Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal) : null);
        Quote(line, $"{request.Method} {http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget} {http.Request.Protocol}");
        Append(line, request.Status.ToString(CultureInfo.InvariantCulture));
        Append(line, request.ErrorCode);
        Append(line, Count(request.BytesOut));
        Append(line, ObjectSize(request, http.Response.Headers));
        Append(line, Milliseconds(request.Total));
        Append(line, request.FirstByte is { } first ? Milliseconds(first) : null);
        Quote(line, headers.Referer.ToString());
        Quote(line, headers.UserAgent.ToString());
        Append(line, http.Response.Headers["x-amz-version-id"].ToString());
        Append(line, http.Response.Headers["x-amz-id-2"].ToString());
        Append(line, signature.Version);
        Append(line, http.Features.Get<ITlsHandshakeFeature>()?.NegotiatedCipherSuite?.ToString());
        Append(line, signature.Kind);
        Append(line, headers.Host.ToString());
        Append(line, TlsVersion(http));
        Append(line, accessPointArn);

        // access control lists are disabled, so that none was ever required
        Append(line, null);
        Append(line, request.Region);
        return line.ToString();
    }

    private static string? Count(long value) => value > 0 ? value.ToString(CultureInfo.InvariantCulture) : null;

    private static string Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private static string? ObjectSize(RequestObserved request, IHeaderDictionary answer)
    {
        if (request.Key is null || request.Status >= 300)
        {
            return null;
        }

        return request.Family switch
        {
            RequestFamily.Put => Count(request.BytesIn),
            RequestFamily.Get or RequestFamily.Head => answer.ContentRange.ToString() is { Length: > 0 } range
                ? range[(range.LastIndexOf('/') + 1)..]
                : Count(answer.ContentLength ?? 0),
            _ => null,
        };
    }

    private static string? TlsVersion(HttpContext http) => http.Features.Get<ITlsHandshakeFeature>()?.Protocol switch
    {
        null => null,
        System.Security.Authentication.SslProtocols.Tls13 => "TLSv1.3",
        _ => "TLSv1.2",
    };

    private static void Append(StringBuilder line, string? field)
    {
        if (line.Length > 0)
        {
            line.Append(' ');
        }

        line.Append(string.IsNullOrEmpty(field) ? "-" : field.Length > MaxField ? field.AsSpan(0, MaxField) : field);
    }

    // Nothing that a client sends may end its field, or the line.
    private static void Quote(StringBuilder line, string text)
    {
        line.Append(" \"");
        if (text.Length == 0)
        {
            line.Append('-');
        }

        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MaxField)))
        {
            if (c is '"' or '\\' || char.IsControl(c))
            {
                line.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            }
            else
            {
                line.Append(c);
            }
        }

        line.Append('"');
    }
}
