using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Hostile;

public sealed class ChunkedUploadTests(HostileSandbox sandbox) : IClassFixture<HostileSandbox>
{
    private const string Crc32 = "x-amz-checksum-crc32";
    private const string Good = "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n";

    [Fact]
    public async Task Chunks_AsAnnounced_AreStored()
    {
        (await sandbox.PutChunksAsync(HostileSandbox.Target("good"), Good, "5", Crc32)).Status.ShouldBe(200);

        (await sandbox.Client.S3Async("GET", HostileSandbox.Target("good"))).Text.ShouldBe("hello");
    }

    [Theory]
    [InlineData("6", Good, 400, "IncompleteBody")]
    [InlineData("4", Good, 400, "IncompleteBody")]
    [InlineData("0", Good, 400, "IncompleteBody")]
    [InlineData("4611686018427387904", Good, 400, "EntityTooLarge")]
    [InlineData("-1", Good, 411, "MissingContentLength")]
    [InlineData("12x", Good, 411, "MissingContentLength")]
    [InlineData("99999999999999999999999", Good, 411, "MissingContentLength")]
    [InlineData("5", "6\r\nhello\r\n0\r\n\r\n", 400, "IncompleteBody")]
    [InlineData("5", "4\r\nhello\r\n0\r\n\r\n", 400, "IncompleteBody")]
    [InlineData("5", "fffffffffffffffff\r\nhello\r\n0\r\n\r\n", 400, "IncompleteBody")]
    [InlineData("5", "7fffffffffffffff\r\nhello\r\n0\r\n\r\n", 400, "IncompleteBody")]
    [InlineData("5", "-5\r\nhello\r\n0\r\n\r\n", 400, "IncompleteBody")]
    [InlineData("5", "invalid\r\nhello\r\n0\r\n\r\n", 400, "IncompleteBody")]
    [InlineData("5", "5\nhello\n0\n\n", 400, "IncompleteBody")]
    [InlineData("5", "5\r\nhello\r\n", 400, "IncompleteBody")]
    [InlineData("5", "", 400, "IncompleteBody")]
    [InlineData("5", Good + "JUNK", 400, "IncompleteBody")]
    [InlineData("5", "5\r\nhello\r\n0\r\n\r\n", 400, "MalformedTrailerError")]
    [InlineData("5", "5\r\nhello\r\n0\r\n:NhCmhg==\r\n\r\n", 400, "MalformedTrailerError")]
    [InlineData("5", "5\r\nhello\r\n0\r\nx-amz-checksum-sha1:AAAA\r\n\r\n", 400, "MalformedTrailerError")]
    [InlineData("5", "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\nx-amz-meta-a:b\r\n\r\n", 400, "MalformedTrailerError")]
    [InlineData("5", "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", 400, "BadDigest")]
    [InlineData("5", "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:nonsense\r\n\r\n", 400, "InvalidRequest")]
    [InlineData("2", "1\r\na\r\n1\r\nb\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", 403, "InvalidChunkSizeError")]
    public async Task Chunks_ThatLie_AreRefusedAndNotStored(string decodedLength, string body, int status, string code)
    {
        var target = HostileSandbox.Target("lies");

        var answer = await sandbox.PutChunksAsync(target, body, decodedLength, Crc32);

        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
        await sandbox.ShouldHaveNothingAtAsync(target);
    }

    [Theory]
    [InlineData(null, Good, "MalformedTrailerError")]
    [InlineData("x-amz-checksum-foo", Good, "InvalidRequest")]
    [InlineData("x-amz-checksum-crc32,x-amz-checksum-sha1", Good, "InvalidRequest")]
    [InlineData("x-amz-checksum-sha256", Good, "MalformedTrailerError")]
    public async Task Trailer_OtherThanAnnounced_IsRefusedAndNotStored(string? announced, string body, string code)
    {
        var target = HostileSandbox.Target("trailer");

        var answer = await sandbox.PutChunksAsync(target, body, "5", announced);

        (answer.Status, answer.ErrorCode).ShouldBe((400, code));
        await sandbox.ShouldHaveNothingAtAsync(target);
    }

    [Theory]
    [InlineData("crc32", "AAAAAA==")]
    [InlineData("crc32c", "AAAAAA==")]
    [InlineData("crc64nvme", "AAAAAAAAAAA=")]
    [InlineData("sha1", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("sha256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task Checksum_ThatDoesNotMatch_IsRefusedInHeaderAndTrailer(string algorithm, string value)
    {
        var target = HostileSandbox.Target("digest");
        var name = "x-amz-checksum-" + algorithm;

        var inHeader = await sandbox.Client.SendAsync(
            WireRequest.Of("PUT", target, "hello") with { Headers = new Dictionary<string, string> { [name] = value } });
        var inTrailer = await sandbox.PutChunksAsync(target, $"5\r\nhello\r\n0\r\n{name}:{value}\r\n\r\n", "5", name);

        (inHeader.Status, inHeader.ErrorCode).ShouldBe((400, "BadDigest"));
        (inTrailer.Status, inTrailer.ErrorCode).ShouldBe((400, "BadDigest"));
        await sandbox.ShouldHaveNothingAtAsync(target);
    }

    [Theory]
    [InlineData("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "BadDigest")]
    [InlineData("Content-MD5", "nonsense", "InvalidDigest")]
    [InlineData("x-amz-checksum-crc32", "nonsense", "InvalidRequest")]
    [InlineData("x-amz-checksum-foo", "AAAA", "InvalidRequest")]
    [InlineData("x-amz-sdk-checksum-algorithm", "CRC32", "InvalidRequest")]
    [InlineData("x-amz-sdk-checksum-algorithm", "FOO", "InvalidRequest")]
    public async Task Digest_ThatCannotBe_IsRefusedAndNotStored(string name, string value, string code)
    {
        var target = HostileSandbox.Target("digest-header");

        var answer = await sandbox.Client.SendAsync(
            WireRequest.Of("PUT", target, "hello") with { Headers = new Dictionary<string, string> { [name] = value } });

        (answer.Status, answer.ErrorCode).ShouldBe((400, code));
        await sandbox.ShouldHaveNothingAtAsync(target);
    }
}
