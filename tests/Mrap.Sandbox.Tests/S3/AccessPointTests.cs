namespace Mrap.Sandbox.Tests.S3;

public sealed class AccessPointTests
{
    [Theory]
    [InlineData("HEAD", null, "")]
    [InlineData("DELETE", null, "")]
    [InlineData("PUT", null, "")]
    [InlineData("GET", null, "")]
    [InlineData("GET", null, "?location")]
    [InlineData("GET", null, "?versioning")]
    [InlineData("GET", null, "?versions")]
    [InlineData("GET", null, "?policy")]
    [InlineData("GET", null, "?cors")]
    [InlineData("POST", null, "?delete")]
    [InlineData("GET", "key", "?attributes")]
    public async Task AccessPoint_OperationItDoesNotCarry_IsNotAllowed(string method, string? key, string query)
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello");

        (await bench.SendAsync(method, key, query, accessPoint: S3Bench.AccessPoint)).ShouldFail(405, "MethodNotAllowed");
    }

    [Fact]
    public async Task AccessPoint_PartCopy_IsNotAllowedButCopyToItIs()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello");
        var id = (await bench.SendAsync("POST", "copy", "?uploads", accessPoint: S3Bench.AccessPoint)).ShouldSucceed().Element("UploadId");

        (string, string)[] source = [("x-amz-copy-source", "test-bucket/key")];
        (
            await bench.SendAsync(
                "PUT", "copy", $"?partNumber=1&uploadId={id}", headers: source, accessPoint: S3Bench.AccessPoint)).ShouldFail(405,
            "MethodNotAllowed");
        (await bench.SendAsync("PUT", "copy", headers: source, accessPoint: S3Bench.AccessPoint)).ShouldSucceed();
    }

    [Fact]
    public async Task AccessPoint_OperationItCarries_IsServed()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync("PUT", "key", "?x-id=PutObject", S3Bench.Bytes("hello"), accessPoint: S3Bench.AccessPoint)).ShouldSucceed();
        (
            await bench.SendAsync(
                "GET", "key", "?X-Amz-Signature=abc", accessPoint: S3Bench.AccessPoint)).ShouldSucceed().Text.ShouldBe("hello");
        (await bench.SendAsync("HEAD", "key", accessPoint: S3Bench.AccessPoint)).ShouldSucceed();
        (await bench.SendAsync("GET", query: "?list-type=2", accessPoint: S3Bench.AccessPoint))
            .ShouldSucceed()
            .All("Contents", "Key")
            .ShouldBe(["key"]);
        (await bench.SendAsync("GET", "key", "?acl", accessPoint: S3Bench.AccessPoint)).ShouldSucceed();
        (await bench.SendAsync("DELETE", "key", accessPoint: S3Bench.AccessPoint)).ShouldSucceed(204);
    }
}
