using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Aws.Connections;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Signing.Reading;
using Mrap.Signing.Signatures;
using Mrap.Signing.Verification;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Signing;

/// <summary>
/// What the SDK sends to an access point with our signer, judged by the verifier that also judges the published examples.
/// </summary>
public sealed class ManagedSigV4aProviderTests
{
    private const string Arn = "arn:aws:s3::123456789012:accesspoint/mmqdt41e4bf6x.mrap";

    private static readonly AwsCredential s_credential = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_AccessPointArn_GoesToTheGlobalHostSignedForAllRegions()
    {
        await using var server = await RecordingServer.StartAsync((_, _) => RecordedAnswer.Empty);
        using var clients = ClientsOf(server);

        using var answer =
            await clients.DataPlane().GetObjectAsync(new GetObjectRequest { BucketName = Arn, Key = "a b/ü+%.txt" }, Cancellation);

        var request = server.Requests.Single();
        request.Host.ShouldBe("mmqdt41e4bf6x.mrap.accesspoint.s3-global.amazonaws.com");
        request.RawTarget.ShouldBe("/a%20b/%C3%BC%2B%25.txt");
        request.Headers["X-Amz-Region-Set"].ShouldBe("*");
        Verify(request).Signature.Algorithm.ShouldBe(SigningAlgorithm.V4A);
    }

    [Fact]
    public async Task List_Query_IsSignedAsSent()
    {
        await using var server = await RecordingServer.StartAsync((_, _) => new RecordedAnswer(200, "<ListBucketResult/>"));
        using var clients = ClientsOf(server);

        await clients.DataPlane().ListObjectsV2Async(new ListObjectsV2Request { BucketName = Arn, Prefix = "x/ y&z" }, Cancellation);

        Verify(server.Requests.Single());
    }

    [Theory]
    [InlineData(11)]
    [InlineData(300_000)]
    public async Task Put_Stream_HasValidChunksAndTrailer(int length)
    {
        await using var server = await RecordingServer.StartAsync((_, _) => RecordedAnswer.Empty);
        using var clients = ClientsOf(server);
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)(i * 31);
        }

        using var body = new MemoryStream(bytes);
        await clients.DataPlane().PutObjectAsync(new PutObjectRequest { BucketName = Arn, Key = "k", InputStream = body }, Cancellation);

        var request = server.Requests.Single();
        var verified = Verify(request);
        verified.Payload.Kind.ShouldBe(PayloadKind.SignedChunksWithTrailer);
        using var sent = new MemoryStream(request.Body);
        await using var decoded = VerifiedBodyStream.Open(verified, sent, length, request.Headers["x-amz-trailer"]);
        using var received = new MemoryStream();
        await decoded.CopyToAsync(received, Cancellation);
        received.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task Put_OneByteChangedOnTheWay_IsRefused()
    {
        await using var server = await RecordingServer.StartAsync((_, _) => RecordedAnswer.Empty);
        using var clients = ClientsOf(server);
        using var body = new MemoryStream("hello, world"u8.ToArray());
        await clients.DataPlane().PutObjectAsync(new PutObjectRequest { BucketName = Arn, Key = "k", InputStream = body }, Cancellation);

        var request = server.Requests.Single();
        var tampered = request.Body.ToArray();
        tampered[tampered.AsSpan().IndexOf("world"u8)] = (byte)'W';
        using var sent = new MemoryStream(tampered);
        await using var decoded = VerifiedBodyStream.Open(Verify(request), sent, 12, request.Headers["x-amz-trailer"]);

        await Should.ThrowAsync<BodyFaultException>(() => decoded.CopyToAsync(Stream.Null, Cancellation));
    }

    [Fact]
    public async Task Presign_AccessPointArn_GivesAUrlThatVerifies()
    {
        await using var server = await RecordingServer.StartAsync((_, _) => RecordedAnswer.Empty);
        using var clients = ClientsOf(server);

        var url = new Uri(await clients.DataPlane().GetPreSignedURLAsync(
            new GetPreSignedUrlRequest
            {
                BucketName = Arn,
                Key = "a b.txt",
                Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(15),
                Verb = HttpVerb.GET
            }));

        url.Host.ShouldBe("mmqdt41e4bf6x.mrap.accesspoint.s3-global.amazonaws.com");
        url.Query.ShouldContain("X-Amz-Region-Set=%2A");
        var request = new RecordedRequest(
            "GET", url.PathAndQuery, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Host"] = url.Host }, []);
        Verify(request).Signature.Location.ShouldBe(SignatureLocation.Query);
    }

    private static AwsClients ClientsOf(RecordingServer server) =>
        new(new AwsEnvironment { SandboxPort = server.Port }, NullLogger<AwsClients>.Instance);

    private static SignatureVerification.Valid Verify(RecordedRequest request)
    {
        var signable = new RecordedSignable(request);
        var signature = SignatureReader.Read(signable).ShouldBeOfType<SignatureReadResult.Found>().Signature;
        return new SignatureVerifier(new SigningKeyCache())
            .Verify(signable, signature, s_credential, TimeProvider.System.GetUtcNow())
            .ShouldBeOfType<SignatureVerification.Valid>();
    }
}
