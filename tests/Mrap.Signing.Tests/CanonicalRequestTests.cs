using Mrap.Signing.Canonical;

namespace Mrap.Signing.Tests;

public sealed class CanonicalRequestTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/a//b/../c/./d/", "/a//b/../c/./d/")]
    [InlineData("/a%20b", "/a%20b")]
    [InlineData("/a%2fb", "/a/b")]
    [InlineData("/arn%3Aaws%3as3::1:x/y", "/arn%3Aaws%3As3%3A%3A1%3Ax/y")]
    [InlineData("/100%", "/100%25")]
    [InlineData("/%zz%4", "/%25zz%254")]
    [InlineData("/a+b", "/a%2Bb")]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/%c3%a9%00", "/%C3%A9%00")]
    public void Build_S3Path_IsEncodedOnceAndNotNormalised(string sent, string canonical) =>
        Lines(sent, s3Rules: true)[1].ShouldBe(canonical);

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/a//b/../c/./d/", "/a/c/d/")]
    [InlineData("/../..", "/")]
    [InlineData("/a/..", "/")]
    [InlineData("/a/.", "/a/")]
    [InlineData("/a%20b", "/a%2520b")]
    public void Build_OtherPath_IsNormalisedAndEncodedTwice(string sent, string canonical) =>
        Lines(sent, s3Rules: false)[1].ShouldBe(canonical);

    [Theory]
    [InlineData("", "")]
    [InlineData("acl", "acl=")]
    [InlineData("b=2&a=1", "a=1&b=2")]
    [InlineData("prefix-x=1&prefix=2", "prefix=2&prefix-x=1")]
    [InlineData("a=2&a=10&a=1&A=3", "A=3&a=1&a=10&a=2")]
    [InlineData("a=b=c", "a=b%3Dc")]
    [InlineData("&&a=1&", "a=1")]
    [InlineData("k=%2a~/", "k=%2A~%2F")]
    [InlineData("k=a+b", "k=a%20b")]
    [InlineData("X-Amz-Signature=00&X-Amz-Date=1", "X-Amz-Date=1")]
    public void Build_Query_IsSortedByEncodedNameThenValue(string sent, string canonical) =>
        Lines("/?" + sent, s3Rules: true)[2].ShouldBe(canonical);

    [Fact]
    public void Build_ManyParameters_AreAllSorted()
    {
        var names = Enumerable.Range(0, 500).Select(i => $"k{i:d3}=").ToArray();

        Lines("/?" + string.Join('&', names.Reverse()), s3Rules: true)[2].ShouldBe(string.Join('&', names));
    }

    [Fact]
    public void Build_HeaderValues_AreTrimmedAndCollapsed()
    {
        var request = Example.Request("GET", "/", ("X-Custom", "  a   b  c "), ("X-Empty", ""));

        CanonicalRequest.Build(request, ["host", "x-custom", "x-empty", "x-missing"], "hash", s3Rules: true)
            .ShouldBe(
                "GET\n/\n\nhost:examplebucket.s3.amazonaws.com\nx-custom:a b "
                    + "c\nx-empty:\nx-missing:\n\nhost;x-custom;x-empty;x-missing\nhash");
    }

    private static string[] Lines(string target, bool s3Rules) =>
        CanonicalRequest.Build(Example.Request("GET", target), ["host"], "hash", s3Rules).Split('\n');
}
