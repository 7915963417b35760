using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;

namespace Mrap.Testing;

/// <summary>Speaks to a sandbox over a plain connection, byte for byte as told, signed by the product's own signer.</summary>
public sealed class SandboxClient(SandboxFixture sandbox)
{
    public const string Account = "111122223333";

    /// <summary>The bytes of each chunk but the last of a body sent in chunks: the smallest that AWS takes.</summary>
    public const int ChunkLength = 8192;

    private static readonly RequestSigner s_signer = new(new SigningKeyCache());

    public static AwsCredential Administrator { get; } = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<WireAnswer> SendAsync(WireRequest request, CancellationToken cancellation = default)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, sandbox.Host.HttpPort), cancellation);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(await BytesAsync(request, cancellation), cancellation);
        if (request.AnnouncedLength > request.Body.Length)
        {
            socket.Shutdown(SocketShutdown.Send);
        }

        return await ReadAsync(stream, request.Method == "HEAD", cancellation);
    }

    /// <summary>The head of a request as it is sent: signed, complete with its empty line.</summary>
    public string Head(WireRequest request) => Head(request, Sign(request).Signed, request.AnnouncedLength ?? request.Body.Length);

    /// <summary>
    /// All bytes of a request. A body with trailers is encoded as aws-chunked, its chunks signed when the payload says so.
    /// </summary>
    public async Task<byte[]> BytesAsync(WireRequest request, CancellationToken cancellation = default)
    {
        if (request is not { Payload: { } payload, Trailers: { } trailers })
        {
            return [.. Encoding.Latin1.GetBytes(Head(request)), .. request.Body];
        }

        var (signed, chunks) = Sign(request with
        {
            Headers = new Dictionary<string, string>(request.Headers)
            {
                ["Content-Encoding"] = "aws-chunked",
                ["X-Amz-Decoded-Content-Length"] = request.Body.Length.ToString(CultureInfo.InvariantCulture),
                ["X-Amz-Trailer"] = string.Join(',', trailers.Select(trailer => trailer.Key)),
            },
        });
        using var encoded = new MemoryStream();
        using var plain = new MemoryStream(request.Body);
        await new ChunkedBodyWriter(payload, chunks, ChunkLength).WriteAsync(plain, encoded, () => trailers, cancellation);
        var body = request.TamperBody?.Invoke(encoded.ToArray()) ?? encoded.ToArray();
        return [.. Encoding.Latin1.GetBytes(Head(request, signed, body.Length)), .. body];
    }

    /// <summary>A presigned target.</summary>
    public string Presign(WireRequest request, TimeSpan expires)
    {
        var signable = new SignableRequest(request.Method, request.Target);
        signable.Headers["Host"] = request.Host;
        s_signer.Presign(signable, Parameters(request), Now(request), expires);
        return signable.Target;
    }

    /// <summary>Sends a request to S3 on the direct endpoint, path style, from a Region.</summary>
    public Task<WireAnswer> S3Async(
        string method, string target, string body = "", string region = "us-east-1", CancellationToken cancellation = default) =>
        SendAsync(WireRequest.Of(method, target, body) with { Region = region }, cancellation);

    /// <summary>Sends a request through an access point by its global host name, from a vantage.</summary>
    public Task<WireAnswer> AccessPointAsync(
        string alias, string method, string target, string body = "", string vantage = "us-east-1",
        CancellationToken cancellation = default) =>
        SendAsync(AccessPoint(alias, method, target, vantage) with { Body = Encoding.UTF8.GetBytes(body) }, cancellation);

    /// <summary>A request through an access point, to be changed before it is sent.</summary>
    public static WireRequest AccessPoint(string alias, string method, string target, string vantage = "us-east-1") => new(method, target)
    {
        Host = $"{alias}.accesspoint.s3-global.amazonaws.com",
        Algorithm = SigningAlgorithm.V4A,
        Region = "*",
        Headers = new Dictionary<string, string> { ["x-sandbox-vantage"] = vantage },
    };

    /// <summary>Sends a request to S3 Control.</summary>
    public Task<WireAnswer> ControlAsync(
        string method, string path, string body = "", string region = "us-west-2", CancellationToken cancellation = default) =>
        SendAsync(Control(method, path, body, region), cancellation);

    /// <summary>A request to S3 Control, to be changed before it is sent.</summary>
    public static WireRequest Control(string method, string path, string body = "", string region = "us-west-2") =>
        WireRequest.Of(method, "/v20180820" + path, body) with
        {
            Host = $"{Account}.s3-control.{region}.amazonaws.com",
            Region = region,
            Headers = new Dictionary<string, string> { ["x-amz-account-id"] = Account },
        };

    /// <summary>The path of an access point's routes at S3 Control.</summary>
    public static string RoutesPath(string alias) => $"/mrap/instances/arn%3Aaws%3As3%3A%3A{Account}%3Aaccesspoint/{alias}/routes";

    /// <summary>Changes the routes of an access point.</summary>
    /// <param name="alias">The alias.</param>
    /// <param name="routes">The Route elements.</param>
    /// <param name="cancellation">Stops the request.</param>
    public Task<WireAnswer> SubmitRoutesAsync(string alias, string routes, CancellationToken cancellation = default) =>
        ControlAsync("PATCH", RoutesPath(alias), RoutesDocument(routes), cancellation: cancellation);

    /// <summary>The document that changes routes.</summary>
    public static string RoutesDocument(string routes) =>
        $"<SubmitMultiRegionAccessPointRoutesRequest><RouteUpdates>{routes}</RouteUpdates></SubmitMultiRegionAccessPointRoutesRequest>";

    /// <summary>Creates a bucket in a Region.</summary>
    public async Task CreateBucketAsync(
        string bucket, string region, AwsCredential? credential = null, CancellationToken cancellation = default)
    {
        var body = region == "us-east-1"
            ? ""
            : $"<CreateBucketConfiguration><LocationConstraint>{region}</LocationConstraint></CreateBucketConfiguration>";
        var answer =
            await SendAsync(WireRequest.Of("PUT", "/" + bucket, body) with { Region = region, Credential = credential }, cancellation);
        if (answer.Status != 200)
        {
            throw new InvalidOperationException(answer.Text);
        }
    }

    /// <summary>Asks for an access point over buckets.</summary>
    public Task<WireAnswer> RequestAccessPointAsync(
        string name, IEnumerable<string> buckets, string clientToken, CancellationToken cancellation = default) =>
        ControlAsync(
            "POST",
            "/async-requests/mrap/create",
            $"<CreateMultiRegionAccessPointRequest "
                + $"xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"><ClientToken>{clientToken}</ClientToken><Details><Name>"
                + $"{name}</Name><Regions>{string.Concat(buckets.Select(bucket => $"<Region><Bucket>{bucket}</Bucket></Region>"))}</"
                + $"Regions></Details></CreateMultiRegionAccessPointRequest>",
            cancellation: cancellation);

    /// <summary>Creates an access point over buckets made for it, one per Region; the sandbox's operations must take no time.</summary>
    /// <returns>The alias.</returns>
    public async Task<string> CreateAccessPointAsync(string name, params IEnumerable<string> regions)
    {
        var buckets = new List<string>();
        foreach (var region in regions)
        {
            buckets.Add($"{name}-{region}");
            await CreateBucketAsync(buckets[^1], region);
        }

        await RequestAccessPointAsync(name, buckets, $"create-{name}");
        var answer = await ControlAsync("GET", $"/mrap/instances/{name}");
        return answer.Value("Alias") ?? throw new InvalidOperationException(answer.Text);
    }

    private (SignableRequest Signed, ChunkSignatureChain? Chunks) Sign(WireRequest request)
    {
        var signable = new SignableRequest(request.Method, request.Target);
        signable.Headers["Host"] = request.Host;
        foreach (var (name, value) in request.Headers)
        {
            signable.Headers[name] = value;
        }

        if (!request.IsSigned)
        {
            return (signable, null);
        }

        var payload = request.Payload
            ?? new PayloadDeclaration(PayloadKind.Hashed, Convert.ToHexStringLower(SHA256.HashData(request.Body)));
        return (signable, s_signer.Sign(signable, Parameters(request), Now(request), payload).Chunks);
    }

    private static string Head(WireRequest request, SignableRequest signed, long length)
    {
        var head = new StringBuilder($"{request.Method} {signed.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in signed.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\nConnection: close\r\n");
        var text = request.Tamper?.Invoke(head.ToString()) ?? head.ToString();
        return text + "\r\n";
    }

    private static SigningParameters Parameters(WireRequest request) =>
        new(request.Algorithm, request.Credential ?? Administrator, request.Region, request.Service);

    private DateTimeOffset Now(WireRequest request) => (sandbox.Time?.GetUtcNow() ?? TimeProvider.System.GetUtcNow()) + request.ClockOffset;

    private static async Task<WireAnswer> ReadAsync(Stream stream, bool isHead, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, cancellation);
        var bytes = all.ToArray();
        while (true)
        {
            var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                throw new InvalidOperationException($"no answer, but {bytes.Length} bytes");
            }

            var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
            var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
            var body = bytes[(end + 4)..];
            if (status == 100)
            {
                bytes = body;
                continue;
            }

            var headers = lines.Skip(1)
                .Select(line => line.Split(':', 2))
                .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
            return new WireAnswer(status, headers, isHead ? [] : headers.ContainsKey("Transfer-Encoding") ? Unchunk(body) : body);
        }
    }

    private static byte[] Unchunk(byte[] bytes)
    {
        using var body = new MemoryStream();
        var rest = bytes.AsSpan();
        while (true)
        {
            var line = rest.IndexOf("\r\n"u8);
            var size = int.Parse(Encoding.ASCII.GetString(rest[..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return body.ToArray();
            }

            body.Write(rest.Slice(line + 2, size));
            rest = rest[(line + 2 + size + 2)..];
        }
    }
}
