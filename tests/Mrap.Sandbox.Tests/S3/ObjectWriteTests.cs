using Mrap.Sandbox.Tests.Storage;

namespace Mrap.Sandbox.Tests.S3;

public sealed class ObjectWriteTests
{
    private static readonly byte[] s_hello = S3Bench.Bytes("hello");

    [Theory]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("a//b/./c")]
    [InlineData("nul\0inside")]
    [InlineData("line\nbreak\ttab\u0001\u007f")]
    [InlineData("€ 𝒳 \u202e")]
    [InlineData("/")]
    public async Task Key_AnyCharacters_IsKeptAsItIs(string key)
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (await bench.PutAsync(key, "body of " + key.Length)).ShouldSucceed();

        (await bench.GetAsync(key)).ShouldSucceed().Text.ShouldBe("body of " + key.Length);
        var listed = (await bench.SendAsync("GET", query: "?list-type=2&encoding-type=url")).ShouldSucceed().Element("Key");
        System.Net.WebUtility.UrlDecode(listed).ShouldBe(key);
        (await bench.SendAsync("GET", query: "?list-type=2")).ShouldSucceed().Element("Key").ShouldNotBeNull();
    }

    [Fact]
    public async Task Key_Over1024Bytes_IsTooLong()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.PutAsync(new string('é', 512), "x")).ShouldSucceed();
        (await bench.PutAsync(new string('é', 513), "x")).ShouldFail(400, "KeyTooLongError");
    }

    [Fact]
    public async Task Length_MissingOrTooLarge_IsRefused()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync("PUT", "key", body: s_hello, length: null)).ShouldFail(411, "MissingContentLength");
        (await bench.SendAsync("PUT", "key", body: s_hello, length: (5L << 30) + 1)).ShouldFail(400, "EntityTooLarge");
        (await bench.GetAsync("key")).ShouldFail(404, "NoSuchKey");
    }

    [Theory]
    [InlineData("x-amz-checksum-crc32", "NhCmhg==", "AAAAAA==")]
    [InlineData("x-amz-checksum-crc32c", "mnG7TA==", "AAAAAA==")]
    [InlineData("x-amz-checksum-crc64nvme", "M3eFcAZSQlc=", "AAAAAAAAAAA=")]
    [InlineData("x-amz-checksum-sha1", "qvTGHdzF6KLavt4PO0gs2a6pQ00=", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("x-amz-checksum-sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==", "AAAAAAAAAAAAAAAAAAAAAA==")]
    public async Task Checksum_InAHeader_IsVerified(string header, string right, string wrong)
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.PutAsync("wrong", "hello", (header, wrong))).ShouldFail(400, "BadDigest");
        (await bench.GetAsync("wrong")).ShouldFail(404, "NoSuchKey");
        (await bench.PutAsync("malformed", "hello", (header, "AAA"))).ShouldFail(
            400, header == "Content-MD5" ? "InvalidDigest" : "InvalidRequest");
        var put = (await bench.PutAsync("right", "hello", (header, right))).ShouldSucceed();
        if (header != "Content-MD5")
        {
            put.Header(header).ShouldBe(right);
            (await bench.GetAsync("right", headers: ("x-amz-checksum-mode", "ENABLED"))).Header(header).ShouldBe(right);
        }
    }

    [Fact]
    public async Task Checksum_InATrailer_IsVerified()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (string, string)[] headers = [("x-amz-trailer", "x-amz-checksum-crc32"), ("x-amz-sdk-checksum-algorithm", "CRC32")];

        (await Put("right", "NhCmhg==")).ShouldSucceed().Header("x-amz-checksum-crc32").ShouldBe("NhCmhg==");
        (await Put("wrong", "AAAAAA==")).ShouldFail(400, "BadDigest").Error!.Message.ShouldBe(
            "The CRC32 you specified did not match the calculated checksum.");
        (await Put("wrong", "!")).ShouldFail(400, "InvalidRequest");
        (await bench.SendAsync("PUT", "wrong", body: s_hello, headers: headers)).ShouldFail(400, "MalformedTrailerError");
        (await bench.GetAsync("wrong")).ShouldFail(404, "NoSuchKey");

        Task<S3Answer> Put(string key, string value) =>
            bench.SendAsync(
                "PUT", key, body: s_hello, headers: headers, trailers: new Dictionary<string, string> { ["x-amz-checksum-crc32"] = value });
    }

    [Fact]
    public async Task Checksum_Contradiction_IsInvalidRequest()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (
            await bench.PutAsync(
                "key", "hello", ("x-amz-checksum-crc32", "NhCmhg=="),
                ("x-amz-checksum-sha1", "qvTGHdzF6KLavt4PO0gs2a6pQ00="))).ShouldFail(400,
            "InvalidRequest");
        (await bench.PutAsync("key", "hello", ("x-amz-sdk-checksum-algorithm", "CRC32"))).ShouldFail(400, "InvalidRequest")
            .Error!.Message.ShouldStartWith("x-amz-sdk-checksum-algorithm specified, but no corresponding");
        (
            await bench.PutAsync(
                "key", "hello", ("x-amz-sdk-checksum-algorithm", "SHA1"), ("x-amz-checksum-crc32", "NhCmhg=="))).ShouldFail(400,
            "InvalidRequest");
        (await bench.PutAsync("key", "hello", ("x-amz-sdk-checksum-algorithm", "ROT13"))).ShouldFail(400, "InvalidRequest");
        (
            await bench.PutAsync(
                "key", "hello", ("x-amz-sdk-checksum-algorithm", "crc32"), ("x-amz-checksum-crc32", "NhCmhg=="))).ShouldSucceed();
    }

    [Fact]
    public async Task Metadata_Over2KiB_IsTooLarge()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.PutAsync("key", "x", ("x-amz-meta-a", new string('v', 2047)))).ShouldSucceed();
        (await bench.PutAsync("key", "x", ("x-amz-meta-a", new string('v', 2048)))).ShouldFail(400, "MetadataTooLarge");
    }

    [Theory]
    [InlineData("x-amz-storage-class", "CUPBOARD", 400, "InvalidStorageClass")]
    [InlineData("x-amz-acl", "public-read", 400, "AccessControlListNotSupported")]
    [InlineData("x-amz-grant-read", "id=1", 400, "AccessControlListNotSupported")]
    [InlineData("x-amz-server-side-encryption", "ROT13", 400, "InvalidArgument")]
    [InlineData("x-amz-server-side-encryption", "aws:kms", 501, "NotImplemented")]
    [InlineData("x-amz-server-side-encryption-customer-algorithm", "AES256", 501, "NotImplemented")]
    [InlineData("x-amz-object-lock-mode", "GOVERNANCE", 400, "InvalidRequest")]
    [InlineData("x-amz-tagging", "a=1&a=2", 400, "InvalidArgument")]
    [InlineData("x-amz-tagging", "=1", 400, "InvalidTag")]
    [InlineData("x-amz-tagging", "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=10&k=11", 400, "BadRequest")]
    [InlineData("If-None-Match", "\"tag\"", 501, "NotImplemented")]
    [InlineData("If-Match", "\"tag\"", 404, "NoSuchKey")]
    public async Task Header_NotAcceptable_IsRefused(string header, string value, int status, string code)
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.PutAsync("key", "hello", (header, value))).ShouldFail(status, code);
        (await bench.GetAsync("key")).ShouldFail(404, "NoSuchKey");
    }

    [Fact]
    public async Task Conditions_OfAWrite_AreDecided()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        var tag = (await bench.PutAsync("key", "one", ("If-None-Match", "*"))).ShouldSucceed().Header("ETag")!;
        (await bench.PutAsync("key", "two", ("If-None-Match", "*"))).ShouldFail(412, "PreconditionFailed");
        (await bench.PutAsync("key", "two", ("If-Match", "\"x\""))).ShouldFail(412, "PreconditionFailed");
        (await bench.PutAsync("key", "two", ("If-Match", tag))).ShouldSucceed();
        (await bench.SendAsync("DELETE", "key", headers: [("If-Match", tag)])).ShouldFail(412, "PreconditionFailed");
        (await bench.GetAsync("key")).Text.ShouldBe("two");
    }

    [Fact]
    public async Task ObjectTagging_PutGetDelete_Follows()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "hello");
        var body = S3Bench.Bytes("<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>");

        (await bench.SendAsync("PUT", "key", "?tagging", body)).ShouldSucceed();
        (await bench.GetAsync("key", "?tagging")).ShouldSucceed().All("Key").ShouldBe(["a"]);
        (await bench.GetAsync("key")).Header("x-amz-tagging-count").ShouldBe("1");
        (await bench.SendAsync("DELETE", "key", "?tagging")).ShouldSucceed(204);
        (await bench.GetAsync("key", "?tagging")).ShouldSucceed().All("Key").ShouldBeEmpty();
        (await bench.SendAsync("PUT", "none", "?tagging", body)).ShouldFail(404, "NoSuchKey");
        (await bench.SendAsync("PUT", "key", "?tagging", S3Bench.Bytes("<Tagging/>"))).ShouldFail(400, "MalformedXML");
        (await bench.SendAsync("PUT", "key", "?tagging", body, [("Content-MD5", S3Bench.Md5(s_hello))])).ShouldFail(400, "BadDigest");
    }

    [Fact]
    public async Task DeleteObjects_Several_ReportsEach()
    {
        await using var bench = await S3Bench.WithBucketAsync("Enabled");
        var version = (await bench.PutAsync("a", "1")).Header("x-amz-version-id");
        await bench.PutAsync("b", "2");
        var body = S3Bench.Bytes(
            $"<Delete><Object><Key>a</Key><VersionId>{version}</VersionId></Object><Object><Key>b</Key></Object><Object><VersionId>bad</"
                + $"VersionId><Key>c</Key></Object></Delete>");

        (await bench.SendAsync("POST", query: "?delete", body: body)).ShouldFail(400, "InvalidRequest");
        (
            await bench.SendAsync("POST", query: "?delete", body: body, headers: [("Content-MD5", S3Bench.Md5(s_hello))])).ShouldFail(400,
            "BadDigest");
        var answer =
            (await bench.SendAsync("POST", query: "?delete", body: body, headers: [("Content-MD5", S3Bench.Md5(body))])).ShouldSucceed();
        answer.All("Deleted", "Key").ShouldBe(["a", "b"]);
        answer.All("Deleted", "DeleteMarker").ShouldBe(["true"]);
        answer.All("Error", "Code").ShouldBe(["InvalidArgument"]);
        (await bench.GetAsync("a")).ShouldFail(404, "NoSuchKey");
        (await bench.GetAsync("b")).ShouldFail(404, "NoSuchKey");
    }

    [Fact]
    public async Task DeleteObjects_QuietOrEmptyOrTooMany_IsAsAwsDoes()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("a", "1");

        (await Delete("<Delete><Quiet>true</Quiet><Object><Key>a</Key></Object></Delete>")).ShouldSucceed().Xml.Elements().ShouldBeEmpty();
        (await bench.GetAsync("a")).ShouldFail(404, "NoSuchKey");
        (await Delete("<Delete/>")).ShouldFail(400, "MalformedXML");
        (
            await Delete(
                "<Delete>" + string.Concat(Enumerable.Repeat("<Object><Key>a</Key></Object>", 1001)) + "</Delete>")).ShouldFail(400,
            "MalformedXML");

        Task<S3Answer> Delete(string text) =>
            bench.SendAsync(
                "POST", query: "?delete", body: S3Bench.Bytes(text), headers: [("Content-MD5", S3Bench.Md5(S3Bench.Bytes(text)))]);
    }

    [Fact]
    public async Task DeleteObjects_OneKeyAgainAndAgain_IsDeletedInTheOrderNamed()
    {
        await using var bench = await S3Bench.WithBucketAsync("Enabled");
        var version = (await bench.PutAsync("a", "1")).Header("x-amz-version-id");
        var body = S3Bench.Bytes(
            $"<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object><Object><Key>a</Key></Object>"
                + $"<Object><Key>a</Key><VersionId>{version}</VersionId></Object></Delete>");

        var answer =
            (await bench.SendAsync("POST", query: "?delete", body: body, headers: [("Content-MD5", S3Bench.Md5(body))])).ShouldSucceed();

        answer.All("Deleted", "Key").ShouldBe(["a", "b", "a", "a"]);
        var markers = answer.All("Deleted", "DeleteMarkerVersionId").ToArray();
        markers.Length.ShouldBe(3);
        bench.Storage.Store.FindObject(StorageFixture.Bucket, "a", versionId: null)!.VersionId.ShouldBe(markers[2]);
        bench.Storage.Store.FindObject(StorageFixture.Bucket, "b", versionId: null)!.VersionId.ShouldBe(markers[1]);
    }

    [Fact]
    public async Task DeleteObjects_KeyOfASpace_IsThatKey()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync(" ", "1");
        var body = S3Bench.Bytes("<Delete><Object><Key> </Key></Object></Delete>");

        (await bench.SendAsync("POST", query: "?delete", body: body, headers: [("Content-MD5", S3Bench.Md5(body))]))
            .ShouldSucceed()
            .All("Deleted", "Key")
            .ShouldBe([" "]);
        (await bench.GetAsync(" ")).ShouldFail(404, "NoSuchKey");
    }

    [Fact]
    public async Task Suspended_Put_ReplacesTheNullVersion()
    {
        await using var bench = await S3Bench.WithBucketAsync("Enabled");
        await bench.PutAsync("key", "kept");
        await bench.SetVersioningAsync("Suspended");

        (await bench.PutAsync("key", "one")).Header("x-amz-version-id").ShouldBeNull();
        (await bench.PutAsync("key", "two")).ShouldSucceed();
        (await bench.GetAsync("key", "?versionId=null")).ShouldSucceed().Text.ShouldBe("two");
        (await bench.GetAsync("key")).Header("x-amz-version-id").ShouldBe("null");
        (await bench.SendAsync("GET", query: "?versions")).ShouldSucceed().All("Version", "IsLatest").ShouldBe(["true", "false"]);
    }
}
