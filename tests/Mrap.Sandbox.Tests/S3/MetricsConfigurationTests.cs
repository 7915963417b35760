namespace Mrap.Sandbox.Tests.S3;

public sealed class MetricsConfigurationTests
{
    private const string Filter = "<Filter><And><Prefix>a&amp;b/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter>";

    [Fact]
    public async Task Configuration_IsPutReadListedAndDeleted()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await PutAsync(bench, "docs", Filter)).ShouldSucceed();
        var read = (await bench.SendAsync("GET", query: "?metrics&id=docs")).ShouldSucceed();
        read.Text.ShouldContain("<Id>docs</Id>" + Filter);
        (await bench.SendAsync("GET", query: "?metrics")).ShouldSucceed().All("MetricsConfiguration", "Id").ShouldBe(["docs"]);
        (await bench.SendAsync("DELETE", query: "?metrics&id=docs")).ShouldSucceed(204);
        (await bench.SendAsync("GET", query: "?metrics&id=docs")).ShouldFail(404, "NoSuchConfiguration");
        (await bench.SendAsync("DELETE", query: "?metrics&id=docs")).ShouldFail(404, "NoSuchConfiguration");
    }

    [Fact]
    public async Task Configurations_AreListedByPage_AndNoMoreThanAThousand()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        for (var i = 0; i < 1000; i++)
        {
            (await PutAsync(bench, $"c{i:000}")).ShouldSucceed();
        }

        (await PutAsync(bench, "more")).ShouldFail(400, "TooManyConfigurations");
        (await PutAsync(bench, "c000", Filter)).ShouldSucceed();
        var first = (await bench.SendAsync("GET", query: "?metrics")).ShouldSucceed();
        first.All("MetricsConfiguration", "Id").Count.ShouldBe(100);
        first.Element("IsTruncated").ShouldBe("true");
        var token = Uri.EscapeDataString(first.Element("NextContinuationToken")!);
        (await bench.SendAsync("GET", query: $"?metrics&continuation-token={token}")).ShouldSucceed()
            .All("MetricsConfiguration", "Id").First().ShouldBe("c100");
        (await bench.SendAsync("GET", query: "?metrics&continuation-token=x")).ShouldFail(400, "InvalidArgument");
    }

    [Theory]
    [InlineData("a b", "", "InvalidArgument")]
    [InlineData("other", "", "InvalidArgument")]
    [InlineData("x", "<Filter></Filter>", "MalformedXML")]
    [InlineData("x", "<Filter><Prefix>a</Prefix><Prefix>b</Prefix></Filter>", "MalformedXML")]
    [InlineData("x", "<Filter><And><Prefix>a</Prefix></And></Filter>", "MalformedXML")]
    [InlineData("x", "<Filter><Unknown>a</Unknown></Filter>", "MalformedXML")]
    [InlineData("x", "<Filter><AccessPointArn>alias.mrap</AccessPointArn></Filter>", "InvalidArgument")]
    public async Task Configuration_ThatBreaksARule_IsRefused(string id, string filter, string code)
    {
        await using var bench = await S3Bench.WithBucketAsync();
        var body = $"<MetricsConfiguration><Id>{(id == "other" ? "x" : id)}</Id>{filter}</MetricsConfiguration>";

        (await bench.SendAsync("PUT", query: $"?metrics&id={Uri.EscapeDataString(id)}", body: S3Bench.Bytes(body))).ShouldFail(400, code);
    }

    private static Task<S3Answer> PutAsync(S3Bench bench, string id, string filter = "") => bench.SendAsync(
        "PUT", query: $"?metrics&id={id}",
        body: S3Bench.Bytes($"<MetricsConfiguration><Id>{id}</Id>{filter}</MetricsConfiguration>"));
}
