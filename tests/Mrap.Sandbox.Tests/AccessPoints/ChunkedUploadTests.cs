using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.AccessPoints;

public sealed class ChunkedUploadTests
{
    private const string Checksum = "x-amz-checksum-crc32";
    private const string SignatureMark = ";chunk-signature=";
    private const int PaddedSignature = 144;
    private static readonly byte[] s_content = [.. Enumerable.Range(0, (2 * SandboxClient.ChunkLength) + 100).Select(i => (byte)(i * 7))];

    [Fact]
    public async Task AccessPoint_SentV4AChunksPaddedWithAsterisksAndATrailer_StoresTheDecodedBody()
    {
        await using var sandbox = await SandboxFixture.StartAsync(cancellation: TestContext.Current.CancellationToken);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");
        var request = Put(alias);

        var sent = Encoding.Latin1.GetString(await client.BytesAsync(request, TestContext.Current.CancellationToken));
        var put = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var got = await client.AccessPointAsync(alias, "GET", "/k", cancellation: TestContext.Current.CancellationToken);

        sent.Split(SignatureMark).Skip(1).ShouldAllBe(chunk => chunk.IndexOf("\r\n", StringComparison.Ordinal) == PaddedSignature);
        put.Status.ShouldBe(200, put.Text);
        put.Headers[Checksum].ShouldBe(Crc32Of(s_content));
        got.Body.ShouldBe(s_content);
        got.Headers.Keys.ShouldNotContain("Content-Encoding");
    }

    [Fact]
    public async Task AccessPoint_SentAChunkOtherThanSigned_RefusesAndStoresNothing()
    {
        await using var sandbox = await SandboxFixture.StartAsync(cancellation: TestContext.Current.CancellationToken);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");

        var put =
            await client.SendAsync(Put(alias) with { TamperBody = ChangeAByteOfTheSecondChunk }, TestContext.Current.CancellationToken);
        var got = await client.AccessPointAsync(alias, "GET", "/k", cancellation: TestContext.Current.CancellationToken);

        (put.Status, put.ErrorCode).ShouldBe((403, "SignatureDoesNotMatch"));
        got.Status.ShouldBe(404);
    }

    [Fact]
    public async Task AccessPoint_SentATrailerThatIsNotTheBodysChecksum_RefusesAndStoresNothing()
    {
        await using var sandbox = await SandboxFixture.StartAsync(cancellation: TestContext.Current.CancellationToken);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");

        var put = await client.SendAsync(
            Put(alias) with { Trailers = [new(Checksum, Crc32Of([1, 2, 3]))] }, TestContext.Current.CancellationToken);
        var got = await client.AccessPointAsync(alias, "GET", "/k", cancellation: TestContext.Current.CancellationToken);

        (put.Status, put.ErrorCode).ShouldBe((400, "BadDigest"));
        got.Status.ShouldBe(404);
    }

    private static WireRequest Put(string alias) => SandboxClient.AccessPoint(alias, "PUT", "/k") with
    {
        Body = s_content,
        Payload = PayloadDeclaration.Streaming(SigningAlgorithm.V4A, signed: true, trailer: true),
        Trailers = [new(Checksum, Crc32Of(s_content))],
    };

    private static byte[] ChangeAByteOfTheSecondChunk(byte[] body)
    {
        body[SandboxClient.ChunkLength + 500] ^= 1;
        return body;
    }

    private static string Crc32Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.HashToUInt32(bytes));
        return Convert.ToBase64String(crc);
    }
}
