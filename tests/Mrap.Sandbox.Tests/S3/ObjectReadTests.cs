namespace Mrap.Sandbox.Tests.S3;

public sealed class ObjectReadTests
{
    [Fact]
    public async Task Object_PutAndGot_ComesBackWithItsHeaders()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (string, string)[] headers =
        [
            ("content-type", "text/plain"), ("cache-control", "no-cache"), ("content-encoding", "aws-chunked,gzip"),
            ("x-amz-meta-Colour", "red"),
            ("x-amz-meta-name", "Zoë"), ("x-amz-tagging", "a=1&b=2"), ("x-amz-storage-class", "STANDARD_IA"),
        ];
        var put = (await bench.PutAsync("a/b", "hello", headers)).ShouldSucceed();
        put.Header("ETag").ShouldBe("\"5d41402abc4b2a76b9719d911017c592\"");
        put.Header("x-amz-server-side-encryption").ShouldBe("AES256");
        put.Header("x-amz-checksum-crc64nvme").ShouldNotBeNull();
        put.Header("x-amz-checksum-type").ShouldBe("FULL_OBJECT");

        var got = (await bench.GetAsync("a/b")).ShouldSucceed();
        got.Text.ShouldBe("hello");
        got.Header("Content-Length").ShouldBe("5");
        got.Header("Content-Type").ShouldBe("text/plain");
        got.Header("Content-Encoding").ShouldBe("gzip");
        got.Header("Cache-Control").ShouldBe("no-cache");
        got.Header("x-amz-meta-colour").ShouldBe("red");
        got.Header("x-amz-meta-name").ShouldBe("=?UTF-8?B?Wm/Dqw==?=");
        got.Header("x-amz-tagging-count").ShouldBe("2");
        got.Header("x-amz-storage-class").ShouldBe("STANDARD_IA");
        got.Header("Last-Modified").ShouldBe("Sun, 01 Mar 2026 12:00:00 GMT");
        got.Header("Accept-Ranges").ShouldBe("bytes");
        got.Header("x-amz-version-id").ShouldBeNull();
        got.Header("x-amz-checksum-crc64nvme").ShouldBeNull();

        var head = (await bench.SendAsync("HEAD", "a/b", headers: [("x-amz-checksum-mode", "ENABLED")])).ShouldSucceed();
        head.Body.ShouldBeEmpty();
        head.Header("Content-Length").ShouldBe("5");
        head.Header("x-amz-checksum-crc64nvme").ShouldBe(put.Header("x-amz-checksum-crc64nvme"));
    }

    [Fact]
    public async Task Range_Satisfiable_IsPartialContent()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "0123456789");

        var got = (await bench.GetAsync("key", headers: ("Range", "bytes=2-4"))).ShouldSucceed(206);
        got.Text.ShouldBe("234");
        got.Header("Content-Range").ShouldBe("bytes 2-4/10");
        (await bench.GetAsync("key", headers: ("Range", "bytes=-3"))).ShouldSucceed(206).Text.ShouldBe("789");
        (await bench.GetAsync("key", headers: ("Range", "bytes=1-2,4-5"))).ShouldSucceed().Text.ShouldBe("0123456789");
        (
            await bench.GetAsync(
                "key", string.Empty, ("Range", "bytes=1-2"), ("If-Range", "\"other\""))).ShouldSucceed().Text.ShouldBe("0123456789");
        var failed = (await bench.GetAsync("key", headers: ("Range", "bytes=10-"))).ShouldFail(416, "InvalidRange");
        failed.Error!.Details.ShouldContain(new KeyValuePair<string, string>("ActualObjectSize", "10"));
    }

    [Fact]
    public async Task Conditions_OfARead_AreDecided()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        var tag = (await bench.PutAsync("key", "hello")).Header("ETag")!;

        var unchanged = (await bench.GetAsync("key", headers: ("If-None-Match", tag))).ShouldSucceed(304);
        unchanged.Header("ETag").ShouldBe(tag);
        unchanged.Body.ShouldBeEmpty();
        (await bench.GetAsync("key", headers: ("If-Modified-Since", "Sun, 01 Mar 2026 12:00:00 GMT"))).ShouldSucceed(304);
        (await bench.GetAsync("key", headers: ("If-Match", "\"x\""))).ShouldFail(412, "PreconditionFailed");
        (
            await bench.GetAsync("key", headers: ("If-Unmodified-Since", "Sat, 28 Feb 2026 12:00:00 GMT"))).ShouldFail(412,
            "PreconditionFailed");
        (await bench.GetAsync("key", headers: ("If-Match", tag))).ShouldSucceed();
    }

    [Fact]
    public async Task Overrides_Asked_ReplaceHeaders()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello", ("content-type", "text/plain"));

        var got =
            (await bench.GetAsync("key", "?response-content-type=image%2Fpng&response-content-disposition=attachment")).ShouldSucceed();
        got.Header("Content-Type").ShouldBe("image/png");
        got.Header("Content-Disposition").ShouldBe("attachment");
        (await bench.GetAsync("key", "?response-content-type=a%0d%0ab")).ShouldFail(400, "InvalidArgument");
        (await bench.GetAsync("key", "?response-content-disposition=%E2%82%AC")).ShouldFail(400, "InvalidArgument");
    }

    [Fact]
    public async Task PartNumber_OfAnObjectPutWhole_IsItself()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello");

        (await bench.GetAsync("key", "?partNumber=1")).ShouldSucceed(206).Text.ShouldBe("hello");
        (await bench.GetAsync("key", "?partNumber=2")).ShouldFail(416, "InvalidPartNumber");
        (await bench.GetAsync("key", "?partNumber=0")).ShouldFail(400, "InvalidArgument");
        (await bench.GetAsync("key", "?partNumber=1", ("Range", "bytes=0-1"))).ShouldFail(400, "InvalidRequest");
    }

    [Fact]
    public async Task DeleteMarker_Read_Is404AndWithItsVersion405()
    {
        await using var bench = await S3Bench.WithBucketAsync("Enabled");
        var version = (await bench.PutAsync("key", "hello")).Header("x-amz-version-id").ShouldNotBeNull();
        var deleted = (await bench.SendAsync("DELETE", "key")).ShouldSucceed(204);
        deleted.Header("x-amz-delete-marker").ShouldBe("true");
        var marker = deleted.Header("x-amz-version-id").ShouldNotBeNull();

        (await bench.GetAsync("key")).ShouldFail(404, "NoSuchKey").Error!.Headers.ShouldContain(
            new KeyValuePair<string, string>("x-amz-delete-marker", "true"));
        (await bench.GetAsync("key", "?versionId=" + marker)).ShouldFail(405, "MethodNotAllowed");
        var old = (await bench.GetAsync("key", "?versionId=" + version)).ShouldSucceed();
        old.Text.ShouldBe("hello");
        old.Header("x-amz-version-id").ShouldBe(version);
        (await bench.SendAsync("DELETE", "key", "?versionId=" + marker)).ShouldSucceed(204).Header("x-amz-delete-marker").ShouldBe("true");
        (await bench.GetAsync("key")).ShouldSucceed().Text.ShouldBe("hello");
    }

    [Theory]
    [InlineData("", 400, "InvalidArgument")]
    [InlineData("nonsense", 400, "InvalidArgument")]
    [InlineData("a%20b", 400, "InvalidArgument")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 404, "NoSuchVersion")]
    public async Task VersionId_Unknown_IsToldApart(string versionId, int status, string code)
    {
        await using var bench = await S3Bench.WithBucketAsync("Enabled");
        await bench.PutAsync("key", "hello");

        (await bench.GetAsync("key", "?versionId=" + versionId)).ShouldFail(status, code);
    }

    [Fact]
    public async Task Attributes_Asked_AreAnswered()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello");

        var answer = (
            await bench.GetAsync(
                "key", "?attributes", ("x-amz-object-attributes", "ETag,Checksum,ObjectSize,StorageClass,ObjectParts"))).ShouldSucceed();
        answer.Element("ETag").ShouldBe("5d41402abc4b2a76b9719d911017c592");
        answer.Element("ObjectSize").ShouldBe("5");
        answer.Element("StorageClass").ShouldBe("STANDARD");
        answer.Element("ChecksumCRC64NVME").ShouldNotBeNull();
        answer.Element("ObjectParts").ShouldBeNull();
        (await bench.GetAsync("key", "?attributes")).ShouldFail(400, "InvalidRequest");
        (await bench.GetAsync("key", "?attributes", ("x-amz-object-attributes", "Colour"))).ShouldFail(400, "InvalidArgument");
    }

    [Fact]
    public async Task ObjectAcl_Read_IsTheOwners()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello");

        (await bench.GetAsync("key", "?acl")).ShouldSucceed().Element("Permission").ShouldBe("FULL_CONTROL");
        (await bench.GetAsync("none", "?acl")).ShouldFail(404, "NoSuchKey");
        (await bench.GetAsync("key", "?retention")).ShouldFail(400, "InvalidRequest");
    }
}
