using CsCheck;
using Mrap.Sandbox.S3.Objects;

namespace Mrap.Sandbox.Tests.S3;

public sealed class CopySourceTests
{
    [Theory]
    [InlineData("bucket/key", "bucket", "key", null)]
    [InlineData("/bucket/a/b", "bucket", "a/b", null)]
    [InlineData("bucket%2Fa%20b%2Bc", "bucket", "a b+c", null)]
    [InlineData("bucket/a+b", "bucket", "a+b", null)]
    [InlineData("bucket/key?versionId=null", "bucket", "key", "null")]
    [InlineData("bucket/what%3F?versionId=abc", "bucket", "what?", "abc")]
    [InlineData("bucket//a", "bucket", "/a", null)]
    [InlineData("bucket/%E2%82%AC", "bucket", "€", null)]
    public void CopySource_Named_IsRead(string header, string bucket, string key, string? versionId)
    {
        CopySource.TryRead(header, out var source).ShouldBeTrue();

        source.ShouldBe(new CopySource(bucket, key, versionId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("bucket")]
    [InlineData("bucket/")]
    [InlineData("//key")]
    public void CopySource_WithoutBucketOrKey_IsRefused(string header) => CopySource.TryRead(header, out _).ShouldBeFalse();

    [Fact]
    public void CopySource_AnyText_NeverThrows() => Gen.String.Sample(text =>
        !CopySource.TryRead(text, out var source) || (source!.Bucket.Length > 0 && source.Key.Length > 0));

    [Fact]
    public void CopySource_AnyKeyEncoded_ComesBack() => Gen.String[Gen.Char['\u0001', '\u07ff'], 1, 50].Sample(key =>
        CopySource.TryRead("bucket/" + Uri.EscapeDataString(key), out var source) && source!.Key == key && source.VersionId is null);
}
