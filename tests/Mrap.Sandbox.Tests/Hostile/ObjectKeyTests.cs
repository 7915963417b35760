using System.Globalization;
using System.Text;

namespace Mrap.Sandbox.Tests.Hostile;

public sealed class ObjectKeyTests(HostileSandbox sandbox) : IClassFixture<HostileSandbox>
{
    [Fact]
    public async Task Key_WithAnyByte_IsKeptExactlyOrRefused()
    {
        var bucket = await sandbox.BucketAsync("every-byte");
        for (var value = 0; value <= 0xFF; value++)
        {
            var target = string.Create(CultureInfo.InvariantCulture, $"/{bucket}/a%{value:X2}b");
            var body = string.Create(CultureInfo.InvariantCulture, $"byte {value}");

            var put = await sandbox.Client.S3Async("PUT", target, body);

            if (value is 0 or >= 0x80)
            {
                (put.Status, put.ErrorCode).ShouldBe((400, "InvalidURI"), target);
            }
            else
            {
                put.Status.ShouldBe(200, target);
                (await sandbox.Client.S3Async("GET", target)).Text.ShouldBe(body);
            }
        }

        var listed = await sandbox.Client.S3Async("GET", $"/{bucket}?list-type=2&encoding-type=url");
        listed.Values("Key")
            .Select(Uri.UnescapeDataString)
            .Select(key => key.Replace('+', ' '))
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBeGreaterThanOrEqualTo(126);
        listed.Value("KeyCount").ShouldBe("127");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("a/../b")]
    [InlineData("./a")]
    [InlineData("/")]
    [InlineData("//x//")]
    [InlineData("%2e%2e/%2e%2e/x")]
    [InlineData("..%5c..%5cx")]
    [InlineData("a%2Fb")]
    [InlineData("%252F")]
    [InlineData("a+b")]
    [InlineData("a%20b")]
    [InlineData("a%0D%0Ab")]
    [InlineData("%3F%23")]
    [InlineData("'%22%3C%3E%26")]
    [InlineData("%E2%80%AE")]
    [InlineData("%EF%BF%BF")]
    [InlineData("%F0%9F%98%80")]
    public async Task Key_ThatLooksLikeAPath_IsOnlyAName(string key)
    {
        var bucket = await sandbox.BucketAsync("odd-keys");
        var before = FilesOutside();

        (await sandbox.Client.S3Async("PUT", $"/{bucket}/{key}", key)).Status.ShouldBe(200);

        (await sandbox.Client.S3Async("GET", $"/{bucket}/{key}")).Text.ShouldBe(key);
        FilesOutside().ShouldBe(before);
        (await sandbox.Client.S3Async("DELETE", $"/{bucket}/{key}")).Status.ShouldBe(204);
        (await sandbox.Client.S3Async("GET", $"/{bucket}/{key}")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("%C0%AF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%F4%90%80%80")]
    [InlineData("%zz")]
    [InlineData("%")]
    public async Task Key_ThatIsNotUtf8_IsRefused(string key)
    {
        var answer = await sandbox.Client.S3Async("PUT", HostileSandbox.Target(key), "x");

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidURI"));
    }

    [Theory]
    [InlineData("a", 1024, 200)]
    [InlineData("a", 1025, 400)]
    [InlineData("%C3%A9", 512, 200)]
    [InlineData("%C3%A9", 513, 400)]
    public async Task Key_IsMeasuredInBytes(string character, int count, int status)
    {
        var answer =
            await sandbox.Client.S3Async("PUT", HostileSandbox.Target(new StringBuilder().Insert(0, character, count).ToString()), "x");

        answer.Status.ShouldBe(status);
        if (status == 400)
        {
            answer.ErrorCode.ShouldBe("KeyTooLongError");
        }
    }

    [Fact]
    public async Task CarriageReturn_InAKey_IsNotReadAsALineFeed()
    {
        var missing = await sandbox.Client.S3Async("GET", HostileSandbox.Target("a%0Db"));
        await sandbox.Client.S3Async("PUT", HostileSandbox.Target("cr%0Db"), "x");
        var listed = await sandbox.Client.S3Async("GET", $"/{HostileSandbox.Bucket}?list-type=2&prefix=cr");

        missing.Value("Key").ShouldBe("a\rb");
        listed.Value("Key").ShouldBe("cr\rb");
    }

    [Theory]
    [InlineData("PUT", "key?partNumber=1")]
    [InlineData("PUT", "key?uploadId=x")]
    [InlineData("PUT", "key?uploadId=x&partNumber=0")]
    [InlineData("PUT", "key?uploadId=x&partNumber=10001")]
    [InlineData("PUT", "key?uploadId=x&partNumber=99999999999")]
    [InlineData("GET", "still-here?partNumber=0")]
    [InlineData("GET", "still-here?partNumber=x")]
    [InlineData("GET", "still-here?versionId=")]
    [InlineData("GET", "still-here?versionId=..%2F..")]
    [InlineData("GET", "still-here?response-content-type=a%0D%0AX-Evil:%201")]
    [InlineData("GET", "?max-keys=-1")]
    [InlineData("GET", "?max-keys=99999999999999999999")]
    [InlineData("GET", "?list-type=2&continuation-token=nonsense")]
    [InlineData("GET", "?list-type=2&encoding-type=base64")]
    [InlineData("GET", "?versions&version-id-marker=x")]
    public async Task Parameter_OutOfBounds_IsAnInvalidArgument(string method, string target)
    {
        var answer = await sandbox.Client.S3Async(method, HostileSandbox.Target(target), method == "PUT" ? "x" : "");

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidArgument"));
        answer.Headers.Keys.ShouldNotContain("X-Evil");
        await sandbox.ShouldHaveNothingAtAsync(HostileSandbox.Target("key"));
    }

    private string[] FilesOutside() =>
        [.. Directory.GetFileSystemEntries(sandbox.Fixture.Options.DataDirectory)
            .Concat(Directory.GetFileSystemEntries(Path.Combine(sandbox.Fixture.Options.DataDirectory, "regions")))
            .Order(StringComparer.Ordinal)];
}
