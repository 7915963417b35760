using System.Text;

namespace Mrap.Sandbox.Tests.Hostile;

public sealed class RejectedRequestTests(HostileSandbox sandbox) : IClassFixture<HostileSandbox>
{
    public static TheoryData<string, string, int, string> Heads => new()
    {
        { "ten megabytes of headers", "GET / HTTP/1.1\r\nHost: localhost\r\n" + Headers(10_000, 1000), 400,
            "RequestHeaderSectionTooLarge" },
        { "ten thousand headers", "GET / HTTP/1.1\r\nHost: localhost\r\n" + Headers(10_000, 1), 400, "RequestHeaderSectionTooLarge" },
        { "a request line of a megabyte", $"GET /{new string('a', 1 << 20)} HTTP/1.1\r\nHost: localhost\r\n", 400,
            "RequestHeaderSectionTooLarge" },
        { "NUL in the key", "GET /hostile-bucket/a%00b HTTP/1.1\r\nHost: localhost\r\n", 400, "InvalidURI" },
        { "a raw byte in the key", "GET /hostile-bucket/\u00ff HTTP/1.1\r\nHost: localhost\r\n", 400, "InvalidURI" },
        { "no host", "GET / HTTP/1.1\r\n", 400, "BadRequest" },
        { "two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: s3.amazonaws.com\r\n", 400, "BadRequest" },
        { "a host that is none", "GET / HTTP/1.1\r\nHost: a b<\r\n", 400, "BadRequest" },
        { "another host in the target", "GET http://example.com/ HTTP/1.1\r\nHost: localhost\r\n", 400, "BadRequest" },
        { "two lengths", "PUT /hostile-bucket/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n", 400,
            "BadRequest" },
        { "a length beyond any number", "PUT /hostile-bucket/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n",
            400, "BadRequest" },
        { "a negative length", "PUT /hostile-bucket/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n", 400, "BadRequest" },
        { "a folded header", "GET / HTTP/1.1\r\nHost: localhost\r\nx-a: b\r\n c: d\r\n", 400, "BadRequest" },
        { "a header without a colon", "GET / HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n", 400, "BadRequest" },
        { "CONNECT on the plain port", "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n", 400, "BadRequest" },
        { "a later version of HTTP", "GET / HTTP/9.9\r\nHost: localhost\r\n", 505, "HttpVersionNotSupported" },
        { "TLS on the plain port", "\u0016\u0003\u0001\u0002\0\r\n", 400, "BadRequest" },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public async Task Head_ThatCannotBeServed_IsRefusedInS3Form(string what, string head, int status, string code)
    {
        var answer = await sandbox.RawAsync(Encoding.Latin1.GetBytes(head + "\r\n"));

        answer.ShouldStartWith($"HTTP/1.1 {status} ", customMessage: what);
        answer.ShouldContain("\r\nx-amz-request-id: ");
        answer.ShouldContain($"<Error><Code>{code}</Code>");
        answer.ShouldEndWith("</Error>");
        await sandbox.ShouldHaveNothingAtAsync(HostileSandbox.Target("a"));
    }

    [Fact]
    public async Task Request_BehindLengthAndChunks_IsNotSmuggledIn()
    {
        var answer = await sandbox.RawAsync(Encoding.Latin1.GetBytes(
            "POST /hostile-bucket HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET "
                + "/_sandbox/health HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        answer.Split("HTTP/1.1 ").Length.ShouldBe(2, "one answer, then the end of the connection");
        answer.ShouldNotContain("ready");
    }

    [Fact]
    public async Task Answer_BeforeAnUnreadableRequest_StaysWhole()
    {
        var answer = await sandbox.RawAsync(
            Encoding.Latin1.GetBytes(
                "GET /_sandbox/health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        answer.ShouldContain("{\"status\":\"ready\"}HTTP/1.1 400 Bad Request");
        answer.ShouldEndWith("</Error>");
    }

    private static string Headers(int count, int length) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"x-{i}: {new string('v', length)}\r\n"));
}
