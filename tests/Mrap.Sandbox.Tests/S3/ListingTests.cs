using CsCheck;

namespace Mrap.Sandbox.Tests.S3;

public sealed class ListingTests
{
    [Fact]
    public async Task ListV2_WithDelimiter_FoldsPrefixes()
    {
        await using var bench = await BenchAsync("a", "b/1", "b/2", "c/1", "d");

        var page = await ListAsync(bench, "&delimiter=%2F");
        page.All("Contents", "Key").ShouldBe(["a", "d"]);
        page.All("CommonPrefixes", "Prefix").ShouldBe(["b/", "c/"]);
        page.Element("KeyCount").ShouldBe("4");
        page.Element("IsTruncated").ShouldBe("false");
        (await ListAsync(bench, "&prefix=b%2F")).All("Contents", "Key").ShouldBe(["b/1", "b/2"]);
        (await ListAsync(bench, "&start-after=b%2F1")).All("Contents", "Key").ShouldBe(["b/2", "c/1", "d"]);
        (await ListAsync(bench, "&fetch-owner=true")).All("Owner", "ID").Count.ShouldBe(5);
        (await ListAsync(bench, string.Empty)).All("Owner", "ID").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("&delimiter=%2F")]
    public async Task ListV2_PagedByToken_SeesEverythingOnce(string query)
    {
        await using var bench = await BenchAsync("a", "b/1", "b/2", "c/1", "c/2", "d", "e/");
        var whole = await ListAsync(bench, query);
        var expected = whole.All("Contents", "Key").Concat(whole.All("CommonPrefixes", "Prefix")).Order(StringComparer.Ordinal).ToList();

        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = await ListAsync(
                bench, $"{query}&max-keys=1" + (token is null ? string.Empty : "&continuation-token=" + Uri.EscapeDataString(token)));
            seen.AddRange(page.All("Contents", "Key").Concat(page.All("CommonPrefixes", "Prefix")));
            token = page.Element("NextContinuationToken");
            page.Element("IsTruncated").ShouldBe(token is null ? "false" : "true");
        }
        while (token is not null && seen.Count < 20);

        seen.ShouldBe(expected);
    }

    [Theory]
    [InlineData("&max-keys=-1")]
    [InlineData("&max-keys=x")]
    [InlineData("&max-keys=2147483648")]
    [InlineData("&encoding-type=rot13")]
    [InlineData("&continuation-token=tampered")]
    [InlineData("&continuation-token=")]
    public async Task ListV2_BadParameter_IsInvalidArgument(string query)
    {
        await using var bench = await BenchAsync("a");

        (await bench.SendAsync("GET", query: "?list-type=2" + query)).ShouldFail(400, "InvalidArgument");
    }

    [Fact]
    public async Task ListV2_MaxKeys_IsCapped()
    {
        await using var bench = await BenchAsync("a", "b");

        (await ListAsync(bench, "&max-keys=5000")).Element("MaxKeys").ShouldBe("1000");
        var none = await ListAsync(bench, "&max-keys=0");
        none.Element("IsTruncated").ShouldBe("false");
        none.All("Contents", "Key").ShouldBeEmpty();
    }

    [Fact]
    public async Task ListV1_Truncated_HasNextMarkerOnlyWithDelimiter()
    {
        await using var bench = await BenchAsync("a", "b/1", "c");

        var folded = (await bench.SendAsync("GET", query: "?delimiter=%2F&max-keys=2")).ShouldSucceed();
        folded.Element("NextMarker").ShouldBe("b/");
        (await bench.SendAsync("GET", query: "?delimiter=%2F&marker=b%2F")).ShouldSucceed().All("Contents", "Key").ShouldBe(["c"]);
        var flat = (await bench.SendAsync("GET", query: "?max-keys=2")).ShouldSucceed();
        flat.Element("NextMarker").ShouldBeNull();
        flat.Element("IsTruncated").ShouldBe("true");
        (await bench.SendAsync("GET", query: "?marker=b%2F1")).ShouldSucceed().All("Contents", "Key").ShouldBe(["c"]);
    }

    [Fact]
    public async Task ListVersions_Paged_SeesMarkersToo()
    {
        await using var bench = await S3Bench.WithBucketAsync("Enabled");
        await bench.PutAsync("a", "1");
        await bench.PutAsync("a", "2");
        await bench.SendAsync("DELETE", "a");
        await bench.PutAsync("b", "3");

        var all = (await bench.SendAsync("GET", query: "?versions")).ShouldSucceed();
        all.All("Version", "Key").ShouldBe(["a", "a", "b"]);
        all.All("DeleteMarker", "IsLatest").ShouldBe(["true"]);
        var first = (await bench.SendAsync("GET", query: "?versions&max-keys=2")).ShouldSucceed();
        first.Element("IsTruncated").ShouldBe("true");
        var next = $"?versions&key-marker={first.Element("NextKeyMarker")}&version-id-marker={first.Element("NextVersionIdMarker")}";
        var second = (await bench.SendAsync("GET", query: next)).ShouldSucceed();
        second.All("Version", "Key").ShouldBe(["a", "b"]);
        (
            await bench.SendAsync("GET", query: "?versions&version-id-marker=" + first.Element("NextVersionIdMarker"))).ShouldFail(400,
            "InvalidArgument");
    }

    [Fact]
    public void UrlEncoded_AnyKey_DecodesToItself() => Gen.String[Gen.Char['\u0001', '\ud7ff'], 0, 40].Sample(key =>
        System.Net.WebUtility.UrlDecode(Mrap.Sandbox.Wire.EncodedText.UrlEncoded(key)) == key);

    private static async Task<S3Bench> BenchAsync(params string[] keys)
    {
        var bench = await S3Bench.WithBucketAsync();
        foreach (var key in keys)
        {
            (await bench.PutAsync(key, key)).ShouldSucceed();
        }

        return bench;
    }

    private static async Task<S3Answer> ListAsync(S3Bench bench, string query) =>
        (await bench.SendAsync("GET", query: "?list-type=2" + query)).ShouldSucceed();
}
