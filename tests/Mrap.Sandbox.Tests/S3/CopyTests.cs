namespace Mrap.Sandbox.Tests.S3;

public sealed class CopyTests
{
    private const string Source = "x-amz-copy-source";

    [Fact]
    public async Task Copy_WithinABucket_KeepsMetadataAndTags()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("from here", "hello", ("x-amz-meta-colour", "red"), ("content-type", "text/plain"), ("x-amz-tagging", "a=1"));

        var copied = (await bench.PutAsync("to", string.Empty, (Source, "test-bucket%2Ffrom%20here"))).ShouldSucceed();
        copied.Xml.Name.LocalName.ShouldBe("CopyObjectResult");
        copied.Element("ETag").ShouldBe("\"5d41402abc4b2a76b9719d911017c592\"");
        var got = (await bench.GetAsync("to")).ShouldSucceed();
        got.Text.ShouldBe("hello");
        got.Header("x-amz-meta-colour").ShouldBe("red");
        got.Header("Content-Type").ShouldBe("text/plain");
        got.Header("x-amz-tagging-count").ShouldBe("1");
    }

    [Fact]
    public async Task Copy_WithReplace_TakesTheNew()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello", ("x-amz-meta-colour", "red"), ("x-amz-tagging", "a=1"));

        (await bench.PutAsync("key", string.Empty, (Source, "test-bucket/key"))).ShouldFail(400, "InvalidRequest");
        (await bench.PutAsync(
            "key", string.Empty, (Source, "test-bucket/key"), ("x-amz-metadata-directive", "REPLACE"),
            ("x-amz-tagging-directive", "REPLACE"), ("x-amz-meta-size", "big"))).ShouldSucceed();
        var got = (await bench.GetAsync("key")).ShouldSucceed();
        got.Text.ShouldBe("hello");
        got.Header("x-amz-meta-colour").ShouldBeNull();
        got.Header("x-amz-meta-size").ShouldBe("big");
        got.Header("x-amz-tagging-count").ShouldBeNull();
        (
            await bench.PutAsync("key", string.Empty, (Source, "test-bucket/key"), ("x-amz-metadata-directive", "MERGE"))).ShouldFail(400,
            "InvalidArgument");
    }

    [Fact]
    public async Task Copy_FromAnotherRegion_Works()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (
            await bench.SendAsync(
                "PUT", bucket: "sydney", body: S3Bench.Location("ap-southeast-2"), region: "ap-southeast-2")).ShouldSucceed();
        await bench.SendAsync("PUT", "key", body: S3Bench.Bytes("hello"), bucket: "sydney", region: "ap-southeast-2");

        (await bench.PutAsync("copy", string.Empty, (Source, "/sydney/key"))).ShouldSucceed();
        (await bench.GetAsync("copy")).ShouldSucceed().Text.ShouldBe("hello");
    }

    [Fact]
    public async Task Copy_OfAVersion_NamesIt()
    {
        await using var bench = await S3Bench.WithBucketAsync("Enabled");
        var version = (await bench.PutAsync("key", "old")).Header("x-amz-version-id");
        await bench.PutAsync("key", "new");

        var copied = (await bench.PutAsync("key", string.Empty, (Source, $"test-bucket/key?versionId={version}"))).ShouldSucceed();
        copied.Header("x-amz-copy-source-version-id").ShouldBe(version);
        copied.Header("x-amz-version-id").ShouldNotBeNull();
        (await bench.GetAsync("key")).Text.ShouldBe("old");
        var marker = (await bench.SendAsync("DELETE", "key")).Header("x-amz-version-id");
        (await bench.PutAsync("copy", string.Empty, (Source, "test-bucket/key"))).ShouldFail(404, "NoSuchKey");
        (await bench.PutAsync("copy", string.Empty, (Source, $"test-bucket/key?versionId={marker}"))).ShouldFail(400, "InvalidRequest");
    }

    [Fact]
    public async Task Copy_Conditions_AreDecided()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        var tag = (await bench.PutAsync("key", "hello")).Header("ETag")!;

        (
            await bench.PutAsync(
                "copy", string.Empty, (Source, "test-bucket/key"), ("x-amz-copy-source-if-match", "\"x\""))).ShouldFail(412,
            "PreconditionFailed");
        (
            await bench.PutAsync(
                "copy", string.Empty, (Source, "test-bucket/key"), ("x-amz-copy-source-if-none-match", tag))).ShouldFail(412,
            "PreconditionFailed");
        (await bench.PutAsync("copy", string.Empty, (Source, "test-bucket/key"), ("x-amz-copy-source-if-match", tag))).ShouldSucceed();
    }

    [Theory]
    [InlineData("/", 400, "InvalidArgument")]
    [InlineData("test-bucket", 400, "InvalidArgument")]
    [InlineData("test-bucket/none", 404, "NoSuchKey")]
    [InlineData("no-such-bucket/key", 404, "NoSuchBucket")]
    [InlineData("NO/key", 400, "InvalidBucketName")]
    [InlineData("arn%3Aaws%3As3%3A%3A111122223333%3Aaccesspoint/mfzwi23gnjvgw.mrap/object/a", 400, "InvalidRequest")]
    public async Task Copy_BadSource_IsRefused(string source, int status, string code)
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.PutAsync("copy", string.Empty, (Source, source))).ShouldFail(status, code);
    }

    [Fact]
    public async Task Copy_BySomeoneElse_IsDenied()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello");
        (
            await bench.SendAsync(
                "PUT", bucket: "other-account", body: S3Bench.Location("eu-west-1"), caller: S3Bench.Stranger)).ShouldSucceed();

        (
            await bench.SendAsync(
                "PUT", "copy", headers: [(Source, "test-bucket/key")], bucket: "other-account", caller: S3Bench.Stranger)).ShouldFail(403,
            "AccessDenied");
    }
}
