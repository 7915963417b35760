using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Mrap.Core.Regions;
using Mrap.Core.Traffic;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;

namespace Mrap.Traffic;

/// <summary>
/// A client at one place: its connections go through the sandbox's CONNECT proxy, whose user name says where it is, and its requests are
/// signed as any client signs them.
/// </summary>
internal sealed class PlaceClient : IDisposable
{
    private const int MaxConnections = 64;
    private const int MaxHead = 4096;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly TrafficTarget _target;
    private readonly RequestSigner _signer;
    private readonly TimeProvider _time;
    private readonly string _host;

    public PlaceClient(TrafficTarget target, string place, X509Certificate2 authority, RequestSigner signer, TimeProvider time)
    {
        (_target, _signer, _time) = (target, signer, time);
        _host = $"{target.Alias}.accesspoint.s3-global.amazonaws.com";
        var credential = Convert.ToBase64String(Encoding.Latin1.GetBytes($"{place}:x"));
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = MaxConnections,
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint.Host, target.ProxyPort, credential, cancellation),
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        })
        {
            Timeout = s_patience,
        };
    }

    /// <summary>Reads an object through the access point.</summary>
    public Task<Answer> GetAsync(string key, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, _host, SigningAlgorithm.V4A, "*", key, body: null, cancellation);

    /// <summary>Writes an object through the access point.</summary>
    public Task<Answer> PutAsync(string key, byte[] body, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Put, _host, SigningAlgorithm.V4A, "*", key, body, cancellation);

    /// <summary>Writes an object into one bucket.</summary>
    public Task<Answer> PutAsync(string bucket, RegionId region, string key, byte[] body, CancellationToken cancellation) => SendAsync(
        HttpMethod.Put, $"{bucket}.s3.{region}.amazonaws.com", SigningAlgorithm.V4, region.Value, key, body, cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(
        HttpMethod method, string host, SigningAlgorithm algorithm, string region, string key, byte[]? body, CancellationToken cancellation)
    {
        var path = "/" + string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
        using var request = new HttpRequestMessage(method, $"https://{host}{path}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        }

        Sign(request, host, path, algorithm, region, body);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
        var served = answer.Headers.TryGetValues("x-sandbox-region", out var values) ? values.First() : null;
        return new Answer((int)answer.StatusCode, served, answer.IsSuccessStatusCode ? null : ErrorCode.Of(bytes), bytes.Length);
    }

    private void Sign(HttpRequestMessage request, string host, string path, SigningAlgorithm algorithm, string region, byte[]? body)
    {
        var signable = new SignableRequest(request.Method.Method, path);
        signable.Headers["Host"] = host;
        var hash = body is null ? PayloadDeclaration.EmptyHash : Convert.ToHexStringLower(SHA256.HashData(body));
        var parameters = new SigningParameters(
            algorithm, new AwsCredential(_target.AccessKeyId, _target.SecretAccessKey), region, "s3");
        _signer.Sign(signable, parameters, _time.GetUtcNow(), new PayloadDeclaration(PayloadKind.Hashed, hash));
        foreach (var (name, value) in signable.Headers)
        {
            if (!name.Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static async ValueTask<Stream> ConnectAsync(string host, int proxyPort, string credential, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, proxyPort, cancellation);
            var head = $"CONNECT {host}:443 HTTP/1.1\r\nHost: {host}:443\r\nProxy-Authorization: Basic {credential}\r\n\r\n";
            await socket.SendAsync(Encoding.Latin1.GetBytes(head), cancellation);
            await ReadHeadAsync(socket, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Nothing follows the head before TLS begins, which the client does.
    private static async Task ReadHeadAsync(Socket socket, CancellationToken cancellation)
    {
        var buffer = new byte[MaxHead];
        var length = 0;
        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var count = length == buffer.Length ? 0 : await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (count == 0)
            {
                throw new IOException("the proxy closed the connection");
            }

            length += count;
        }

        if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException("the proxy refused the connection");
        }
    }

    /// <summary>What came back.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Region">The Region that served it; null when none did.</param>
    /// <param name="Error">The error code; null when it succeeded.</param>
    /// <param name="Bytes">The bytes of the body.</param>
    internal sealed record Answer(int Status, string? Region, string? Error, int Bytes);
}
