using System.Net;
using System.Security.Cryptography.X509Certificates;
using Mrap.Testing;
using static Mrap.Sandbox.Tests.Authorization.TwoAccounts;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>Condition keys of requests as they come over the wire.</summary>
public sealed class ConditionTests
{
    [Fact]
    public async Task Prefix_AllowedToList_IsTheOnlyOne()
    {
        await using var accounts = await StartAsync(
            alice: Document(
                Statement(
                    "Allow", null, "s3:ListBucket", ["arn:aws:s3:::ours"],
                    """{"StringLike":{"s3:prefix":["home/alice/*"]},"NumericLessThanEquals":{"s3:max-keys":"10"}}""")));
        await accounts.CreateBucketAsync("ours");

        (await accounts.S3Async(AsAlice, "GET", "/ours?list-type=2&max-keys=10&prefix=home%2Falice%2F")).Status.ShouldBe(200);
        (await accounts.S3Async(AsAlice, "GET", "/ours?max-keys=10&prefix=home%2Falice%2Fx")).Status.ShouldBe(200);
        (await accounts.S3Async(AsAlice, "GET", "/ours?list-type=2&max-keys=11&prefix=home%2Falice%2F")).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "GET", "/ours?list-type=2&max-keys=10&prefix=home%2Fbob%2F")).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "GET", "/ours?list-type=2&max-keys=10")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Tags_OfObjectAndRequest_Decide()
    {
        await using var accounts = await StartAsync(alice: Document(
            Statement("Allow", null, "s3:GetObject", ["arn:aws:s3:::ours/*"], """{"StringEquals":{"s3:ExistingObjectTag/class":"open"}}"""),
            Statement(
                "Allow", null, "s3:PutObject s3:PutObjectTagging", ["arn:aws:s3:::ours/*"],
                """{"StringEquals":{"s3:RequestObjectTag/class":"open"},"ForAllValues:StringEquals":{"s3:RequestObjectTagKeys":"""
                    + """["class","owner"]}}""")));
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/secret", "x", headers: ("x-amz-tagging", "class=secret"));
        const string Open = "<Tagging><TagSet><Tag><Key>class</Key><Value>open</Value></Tag></TagSet></Tagging>";

        (
            await accounts.S3Async(
                AsAlice, "PUT", "/ours/k", "hello", headers: ("x-amz-tagging", "class=open&owner=alice"))).Status.ShouldBe(200);
        (await accounts.S3Async(AsAlice, "PUT", "/ours/k", "hello", headers: ("x-amz-tagging", "class=open&other=x"))).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "PUT", "/ours/k", "hello", headers: ("x-amz-tagging", "class=secret"))).Status.ShouldBe(403);
        (
            await accounts.S3Async(
                AsAlice, "PUT", "/ours/k", "hello", headers: ("x-amz-tagging", "Class=open&class=secret"))).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "PUT", "/ours/k", "hello")).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "GET", "/ours/k")).Text.ShouldBe("hello");
        (await accounts.S3Async(AsAlice, "GET", "/ours/secret")).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "PUT", "/ours/secret?tagging", Open)).Status.ShouldBe(200);
        (
            await accounts.S3Async(
                AsAlice, "PUT", "/ours/secret?tagging", Open.Replace("open", "secret", StringComparison.Ordinal))).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "GET", "/ours/secret")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"127.0.0.0/8"}}""", true)]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", false)]
    [InlineData("""{"Bool":{"aws:SecureTransport":"false"}}""", true)]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""", false)]
    [InlineData("""{"NumericGreaterThanEquals":{"s3:TlsVersion":"1.2"}}""", false)]
    [InlineData(
        """{"StringEquals":{"s3:authType":"REST-HEADER","s3:signatureversion":"AWS4-HMAC-SHA256","aws:RequestedRegion":"us-east-1"}}""",
        true)]
    [InlineData("""{"StringEquals":{"s3:authType":"REST-QUERY-STRING"}}""", false)]
    [InlineData(
        """{"StringEquals":{"s3:ResourceAccount":"111122223333","aws:ResourceAccount":"111122223333","aws:PrincipalAccount":"1111222233"""
            + """33"}}""",
        true)]
    [InlineData("""{"StringLike":{"aws:UserAgent":"tool/*","aws:Referer":"https://example.com/*"}}""", true)]
    [InlineData("""{"DateGreaterThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z","aws:EpochTime":"1577836800"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:username":"alice"},"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:user/alice"}}""", true)]
    [InlineData("""{"Null":{"s3:x-amz-acl":"true","s3:VersionId":"true","s3:prefix":"true","aws:PrincipalOrgID":"true"}}""", true)]
    public async Task Key_OfAnyRequest_HasItsValue(string condition, bool isAllowed)
    {
        await using var accounts =
            await StartAsync(alice: Document(Statement("Allow", null, "s3:GetObject", ["arn:aws:s3:::ours/*"], condition)));
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/k", "hello");

        var answer = await accounts.S3Async(
            AsAlice, "GET", "/ours/k?prefix=home",
            headers: [("User-Agent", "tool/1"), ("Referer", "https://example.com/page"), ("x-amz-acl", "private")]);

        answer.Status.ShouldBe(isAllowed ? 200 : 403);
    }

    [Theory]
    [InlineData("""{"StringEquals":{"s3:x-amz-storage-class":"STANDARD_IA"}}""", true)]
    [InlineData("""{"StringEquals":{"s3:x-amz-server-side-encryption":"AES256"}}""", true)]
    [InlineData("""{"StringEquals":{"s3:x-amz-acl":"private"}}""", true)]
    [InlineData("""{"Null":{"s3:if-none-match":"false"},"Bool":{"s3:ObjectCreationOperation":"true"}}""", true)]
    [InlineData("""{"Null":{"s3:x-amz-copy-source":"false"}}""", false)]
    [InlineData("""{"StringEquals":{"s3:x-amz-website-redirect-location":"/x"}}""", false)]
    public async Task Key_OfAWrite_IsItsHeader(string condition, bool isAllowed)
    {
        await using var accounts = await StartAsync(alice: Document(
            Statement("Allow", null, "s3:PutObject s3:PutObjectAcl", ["arn:aws:s3:::ours/*"], """{"StringLike":{"aws:username":"*"}}"""),
            Statement("Deny", null, "s3:PutObject", ["arn:aws:s3:::ours/*"], Negate(condition))));
        await accounts.CreateBucketAsync("ours");

        var answer = await accounts.S3Async(
            AsAlice,
            "PUT",
            "/ours/k",
            "hello",
            headers: [
                ("x-amz-storage-class", "STANDARD_IA"), ("x-amz-server-side-encryption", "AES256"), ("x-amz-acl", "private"),
                ("If-None-Match", "*")]);

        answer.Status.ShouldBe(isAllowed ? 200 : 403, answer.Text);

        static string Negate(string condition) => condition
            .Replace("StringEquals", "StringNotEquals", StringComparison.Ordinal)
            .Replace(
                "\"Null\":{\"s3:if-none-match\":\"false\"},\"Bool\":{\"s3:ObjectCreationOperation\":\"true\"}",
                "\"Null\":{\"s3:if-none-match\":\"true\"}", StringComparison.Ordinal)
            .Replace(
                "\"Null\":{\"s3:x-amz-copy-source\":\"false\"}", "\"Null\":{\"s3:x-amz-copy-source\":\"true\"}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainHttp_Denied_LeavesTls()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/k", "hello");
        await accounts.PutBucketPolicyAsync("ours", Document(
            Statement("Deny", "*", "s3:GetObject", ["arn:aws:s3:::ours/*"], """{"Bool":{"aws:SecureTransport":"false"}}"""),
            Statement("Deny", "*", "s3:GetObject", ["arn:aws:s3:::ours/*"], """{"NumericLessThan":{"s3:TlsVersion":"1.2"}}""")));
        var url =
            accounts.Client.Presign(new WireRequest("GET", "/k") { Host = "ours.s3.us-east-1.amazonaws.com" }, TimeSpan.FromMinutes(5));
        using var authority = X509CertificateLoader.LoadCertificateFromFile(accounts.Sandbox.Host.CertificatePath);
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(accounts.Sandbox.Host.ProxyAddress) };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using var browser = new HttpClient(handler);

        (
            await browser.GetStringAsync(
                new Uri("https://ours.s3.us-east-1.amazonaws.com" + url), TestContext.Current.CancellationToken)).ShouldBe("hello");
        (await accounts.S3Async(null, "GET", "/ours/k")).Status.ShouldBe(403);
    }
}
