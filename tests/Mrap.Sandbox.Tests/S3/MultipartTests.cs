using System.Globalization;
using Mrap.Sandbox.Storage.Checksums;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Tests.Storage;

namespace Mrap.Sandbox.Tests.S3;

public sealed class MultipartTests
{
    private const int PartSize = 5 << 20;
    private static readonly byte[] s_large = StorageFixture.Bytes(PartSize, 1);
    private static readonly byte[] s_small = StorageFixture.Bytes(1000, 2);

    [Fact]
    public async Task Upload_Completed_IsOneObject()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        var id = await CreateAsync(bench);
        var one = await PutPartAsync(bench, id, 1, s_large);
        var two = await PutPartAsync(bench, id, 7, s_small);
        (await bench.SendAsync("GET", query: "?uploads")).ShouldSucceed().All("Upload", "UploadId").ShouldBe([id]);
        var listed = (await bench.GetAsync("key", $"?uploadId={id}&max-parts=1")).ShouldSucceed();
        listed.All("Part", "PartNumber").ShouldBe(["1"]);
        listed.Element("IsTruncated").ShouldBe("true");
        listed.Element("NextPartNumberMarker").ShouldBe("1");

        var done = (await CompleteAsync(bench, id, (1, one), (7, two))).ShouldSucceed();
        done.Element("ETag")!.ShouldEndWith("-2\"");
        var crc = Convert.ToBase64String(ChecksumHasher.Hash(ChecksumAlgorithm.Crc64Nvme, [.. s_large, .. s_small]));
        done.Element("ChecksumCRC64NVME").ShouldBe(crc);
        var got = (await bench.GetAsync("key", headers: ("x-amz-checksum-mode", "ENABLED"))).ShouldSucceed();
        got.Body.ShouldBe([.. s_large, .. s_small]);
        got.Header("x-amz-checksum-crc64nvme").ShouldBe(crc);
        var part = (await bench.GetAsync("key", "?partNumber=2")).ShouldSucceed(206);
        part.Body.ShouldBe(s_small);
        part.Header("x-amz-mp-parts-count").ShouldBe("2");
        (await bench.GetAsync("key", "?partNumber=3")).ShouldFail(416, "InvalidPartNumber");
        (await bench.GetAsync("key", "?attributes", ("x-amz-object-attributes", "ObjectParts")))
            .ShouldSucceed()
            .Element("PartsCount")
            .ShouldBe("2");
        (await bench.SendAsync("GET", query: "?uploads")).ShouldSucceed().All("Upload", "UploadId").ShouldBeEmpty();
        (await CompleteAsync(bench, id, (1, one), (7, two))).ShouldSucceed().Element("ETag").ShouldBe(done.Element("ETag"));
        (await bench.GetAsync("key", $"?uploadId={id}")).ShouldFail(404, "NoSuchUpload");
    }

    [Fact]
    public async Task Complete_BadList_IsRefusedAndChangesNothing()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        var id = await CreateAsync(bench);
        var one = await PutPartAsync(bench, id, 1, s_small);
        var two = await PutPartAsync(bench, id, 2, s_small);

        (await CompleteAsync(bench, id, (2, two), (1, one))).ShouldFail(400, "InvalidPartOrder");
        (await CompleteAsync(bench, id, (1, one), (3, two))).ShouldFail(400, "InvalidPart");
        (await CompleteAsync(bench, id, (1, "\"00000000000000000000000000000000\""))).ShouldFail(400, "InvalidPart");
        (await CompleteAsync(bench, id, (1, one), (2, two))).ShouldFail(400, "EntityTooSmall");
        (await CompleteAsync(bench, id)).ShouldFail(400, "MalformedXML");
        (
            await bench.SendAsync("POST", "key", $"?uploadId={id}", S3Bench.Bytes("<CompleteMultipartUpload><Part>"))).ShouldFail(400,
            "MalformedXML");
        (await CompleteAsync(bench, "unknown", (1, one))).ShouldFail(404, "NoSuchUpload");
        (await bench.GetAsync("key")).ShouldFail(404, "NoSuchKey");
        (await CompleteAsync(bench, id, (2, two))).ShouldSucceed();
    }

    [Theory]
    [InlineData("CRC32", "COMPOSITE")]
    [InlineData("SHA256", "COMPOSITE")]
    [InlineData("CRC32", "FULL_OBJECT")]
    [InlineData("CRC32C", "FULL_OBJECT")]
    public async Task Checksum_OfTheWhole_FollowsItsType(string name, string type)
    {
        await using var bench = await S3Bench.WithBucketAsync();
        var algorithm = Enum.Parse<ChecksumAlgorithm>(name, ignoreCase: true);
        var id = await CreateAsync(bench, ("x-amz-checksum-algorithm", name), ("x-amz-checksum-type", type));
        var (first, second) = (ChecksumHasher.Hash(algorithm, s_large), ChecksumHasher.Hash(algorithm, s_small));
        var header = "x-amz-checksum-" + name.ToLowerInvariant();
        var one = await PutPartAsync(bench, id, 1, s_large, (header, Convert.ToBase64String(first)));
        var two = await PutPartAsync(bench, id, 2, s_small, (header, Convert.ToBase64String(second)));
        var whole = type == "COMPOSITE"
            ? Convert.ToBase64String(ChecksumHasher.Hash(algorithm, [.. first, .. second])) + "-2"
            : Convert.ToBase64String(ChecksumHasher.Hash(algorithm, [.. s_large, .. s_small]));
        var list = string.Create(
            CultureInfo.InvariantCulture,
            $"<CompleteMultipartUpload><Part><Checksum{name}>{Convert.ToBase64String(first)}</Checksum{name}><ETag>{one}</ETag><PartNumber>1</PartNumber></Part><Part><PartNumber>2</PartNumber><ETag>{two}</ETag><Checksum{name}>{Convert.ToBase64String(second)}</Checksum{name}></Part></CompleteMultipartUpload>");

        if (type == "COMPOSITE")
        {
            (await CompleteAsync(bench, id, (1, one), (2, two))).ShouldFail(400, "InvalidRequest");
        }
        else
        {
            (
                await bench.SendAsync("POST", "key", $"?uploadId={id}", S3Bench.Bytes(list), [(header, "AAAAAA==")])).ShouldFail(400,
                "BadDigest");
        }

        var done = (await bench.SendAsync("POST", "key", $"?uploadId={id}", S3Bench.Bytes(list), [(header, whole)])).ShouldSucceed();
        done.Element("Checksum" + name).ShouldBe(whole);
        done.Element("ChecksumType").ShouldBe(type);
        (await bench.SendAsync("HEAD", "key", headers: [("x-amz-checksum-mode", "ENABLED")])).Header(header).ShouldBe(whole);
    }

    [Theory]
    [InlineData("SHA1", "FULL_OBJECT")]
    [InlineData("CRC64NVME", "COMPOSITE")]
    [InlineData(null, "COMPOSITE")]
    [InlineData("ROT13", null)]
    public async Task Create_ImpossibleChecksum_IsInvalidRequest(string? algorithm, string? type)
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (string, string)[] headers = [
            .. algorithm is null ? [] : new[] { ("x-amz-checksum-algorithm", algorithm) },
            .. type is null ? [] : new[] { ("x-amz-checksum-type", type) }];

        (await bench.SendAsync("POST", "key", "?uploads", headers: headers)).ShouldFail(400, "InvalidRequest");
    }

    [Fact]
    public async Task Part_BadNumberUploadOrChecksum_IsRefused()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        var id = await CreateAsync(bench, ("x-amz-checksum-algorithm", "SHA256"));

        (await bench.SendAsync("PUT", "key", $"?partNumber=0&uploadId={id}", s_small)).ShouldFail(400, "InvalidArgument");
        (await bench.SendAsync("PUT", "key", $"?partNumber=10001&uploadId={id}", s_small)).ShouldFail(400, "InvalidArgument");
        (await bench.SendAsync("PUT", "key", $"?uploadId={id}", s_small)).ShouldFail(400, "InvalidArgument");
        (await bench.SendAsync("PUT", "key", "?partNumber=1&uploadId=unknown", s_small)).ShouldFail(404, "NoSuchUpload");
        (await bench.SendAsync("PUT", "other", $"?partNumber=1&uploadId={id}", s_small)).ShouldFail(404, "NoSuchUpload");
        (
            await bench.SendAsync(
                "PUT", "key", $"?partNumber=1&uploadId={id}", s_small, [("x-amz-checksum-crc32", "AAAAAA==")])).ShouldFail(400,
            "InvalidRequest");
        (
            await bench.SendAsync(
                "PUT", "key", $"?partNumber=1&uploadId={id}", s_small, [("Content-MD5", S3Bench.Md5(s_large))])).ShouldFail(400,
            "BadDigest");
        (await bench.GetAsync("key", $"?uploadId={id}")).ShouldSucceed().All("Part", "PartNumber").ShouldBeEmpty();
        (await bench.SendAsync("DELETE", "key", $"?uploadId={id}")).ShouldSucceed(204);
        (await bench.SendAsync("DELETE", "key", $"?uploadId={id}")).ShouldFail(404, "NoSuchUpload");
    }

    [Fact]
    public async Task PartCopy_OfARange_IsThatRange()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("source", "0123456789");
        var id = await CreateAsync(bench);

        (string, string) source = ("x-amz-copy-source", "test-bucket/source");
        (await CopyAsync("bytes=0-10")).ShouldFail(400, "InvalidArgument");
        (await CopyAsync("bytes=5-")).ShouldFail(400, "InvalidArgument");
        var tag = (await CopyAsync("bytes=2-4")).ShouldSucceed().Element("ETag")!;
        (await CompleteAsync(bench, id, (1, tag))).ShouldSucceed();
        (await bench.GetAsync("key")).Text.ShouldBe("234");

        Task<S3Answer> CopyAsync(string range) =>
            bench.SendAsync("PUT", "key", $"?partNumber=1&uploadId={id}", headers: [source, ("x-amz-copy-source-range", range)]);
    }

    [Fact]
    public async Task Complete_WithConditionOrSize_ChecksIt()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "here already");
        var id = await CreateAsync(bench, ("x-amz-meta-colour", "red"));
        var tag = await PutPartAsync(bench, id, 1, s_small);
        var body =
            S3Bench.Bytes($"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{tag}</ETag></Part></CompleteMultipartUpload>");

        (await bench.SendAsync("POST", "key", $"?uploadId={id}", body, [("If-None-Match", "*")])).ShouldFail(412, "PreconditionFailed");
        (await bench.SendAsync("POST", "key", $"?uploadId={id}", body, [("x-amz-mp-object-size", "1")])).ShouldFail(400, "InvalidRequest");
        (await bench.SendAsync("POST", "key", $"?uploadId={id}", body, [("x-amz-mp-object-size", "1000")])).ShouldSucceed();
        (await bench.GetAsync("key")).Header("x-amz-meta-colour").ShouldBe("red");
    }

    [Fact]
    public async Task ListUploads_Paged_SeesEachOnce()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        var ids = new List<string>();
        foreach (var key in new[] { "a", "a", "b" })
        {
            ids.Add((await bench.SendAsync("POST", key, "?uploads")).ShouldSucceed().Element("UploadId")!);
        }

        var seen = new List<string>();
        var query = "?uploads&max-uploads=1";
        for (var i = 0; i < 3; i++)
        {
            var page = (await bench.SendAsync("GET", query: query)).ShouldSucceed();
            seen.AddRange(page.All("Upload", "UploadId"));
            query =
                $"?uploads&max-uploads=1&key-marker={page.Element("NextKeyMarker")}&upload-id-marker={page.Element("NextUploadIdMarker")}";
        }

        seen.ShouldBe(ids);
    }

    private static async Task<string> CreateAsync(S3Bench bench, params (string Name, string Value)[] headers) =>
        (await bench.SendAsync("POST", "key", "?uploads", headers: headers)).ShouldSucceed().Element("UploadId").ShouldNotBeNull();

    private static async Task<string> PutPartAsync(
        S3Bench bench, string id, int number, byte[] body, params (string Name, string Value)[] headers) =>
        (await bench.SendAsync("PUT", "key", $"?partNumber={number}&uploadId={id}", body, headers))
            .ShouldSucceed()
            .Header("ETag")
            .ShouldNotBeNull();

    private static Task<S3Answer> CompleteAsync(S3Bench bench, string id, params (int Number, string ETag)[] parts) => bench.SendAsync(
        "POST",
        "key",
        $"?uploadId={id}",
        S3Bench.Bytes(
            $"<CompleteMultipartUpload>{string.Concat(parts.Select(part => $"<Part><PartNumber>{part.Number}</PartNumber><ETag>{part.ETag}</ETag></Part>"))}</CompleteMultipartUpload>"));
}
