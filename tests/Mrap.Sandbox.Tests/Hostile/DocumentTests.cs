using System.Text;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Hostile;

public sealed class DocumentTests(HostileSandbox sandbox) : IClassFixture<HostileSandbox>
{
    private const string Laughs =
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    private const string ExternalEntity = "<!DOCTYPE l [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";

    [Theory]
    [InlineData("not XML")]
    [InlineData("<ROOT")]
    [InlineData("<ROOT></OTHER>")]
    [InlineData("<OTHER/>")]
    [InlineData(Laughs + "<ROOT>&c;</ROOT>")]
    [InlineData(ExternalEntity + "<ROOT>&e;</ROOT>")]
    [InlineData("<!DOCTYPE ROOT><ROOT/>")]
    [InlineData("<ROOT a='1' a='2'/>")]
    [InlineData("<ROOT>&#0;</ROOT>")]
    [InlineData("<?xml version='1.0' encoding='none-such'?><ROOT/>")]
    [InlineData("<ROOT/><ROOT/>")]
    public async Task Document_ThatIsHostile_IsMalformedXmlEverywhere(string document)
    {
        foreach (var (method, target, root) in (IEnumerable<(string, string, string)>)
        [
            ("PUT", "/hostile-new-bucket", "CreateBucketConfiguration"),
            ("PUT", $"/{HostileSandbox.Bucket}?versioning", "VersioningConfiguration"),
            ("PUT", $"/{HostileSandbox.Bucket}?tagging", "Tagging"),
            ("PUT", $"/{HostileSandbox.Bucket}/still-here?tagging", "Tagging"),
            ("PUT", $"/{HostileSandbox.Bucket}?publicAccessBlock", "PublicAccessBlockConfiguration"),
        ])
        {
            var answer = await SendAsync(method, target, document.Replace("ROOT", root, StringComparison.Ordinal));

            (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedXML"), target);
        }

        foreach (var operation in (string[])["Create", "Delete"])
        {
            var answer = await sandbox.Client.ControlAsync(
                "POST", $"/async-requests/mrap/{operation.ToLowerInvariant()}",
                document.Replace("ROOT", operation + "MultiRegionAccessPointRequest", StringComparison.Ordinal));

            (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedXML"), operation);
        }

        (await sandbox.Client.S3Async("GET", "/hostile-new-bucket")).ErrorCode.ShouldBe("NoSuchBucket");
        (await sandbox.Client.S3Async("GET", $"/{HostileSandbox.Bucket}?versioning")).Value("Status").ShouldBeNull();
    }

    [Fact]
    public async Task Document_AThousandDeep_IsMalformedXml()
    {
        var answer = await SendAsync(
            "PUT", $"/{HostileSandbox.Bucket}?versioning", new StringBuilder().Insert(0, "<VersioningConfiguration>", 1000).ToString());

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedXML"));
    }

    [Fact]
    public async Task Document_OfTenMegabytes_IsTooLong()
    {
        var body = new string('x', 10 << 20);

        var ofS3 = await SendAsync("PUT", $"/{HostileSandbox.Bucket}?versioning", body);
        var ofControl = await sandbox.Client.ControlAsync("POST", "/async-requests/mrap/create", body);

        (ofS3.Status, ofS3.ErrorCode).ShouldBe((400, "MaxMessageLengthExceeded"));
        (ofControl.Status, ofControl.ErrorCode).ShouldBe((400, "MaxMessageLengthExceeded"));
    }

    [Theory]
    [InlineData("<Delete/>")]
    [InlineData("<Delete><Object/></Delete>")]
    [InlineData("<Delete><Object><Key></Key></Object></Delete>")]
    [InlineData("<Delete><Object><Key>a</Key><Key>still-here</Key></Object></Delete>")]
    [InlineData("<Delete><Quiet>perhaps</Quiet><Object><Key>still-here</Key></Object></Delete>")]
    public async Task DeleteObjects_WithAHostileList_DeletesNothing(string document)
    {
        var answer = await SendAsync("POST", $"/{HostileSandbox.Bucket}?delete", document);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedXML"));
        await sandbox.ShouldHaveNothingAtAsync(HostileSandbox.Target("never"));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("UPPER")]
    [InlineData("under_score")]
    [InlineData("-edge")]
    [InlineData("edge-")]
    [InlineData("two..dots")]
    [InlineData(".dot")]
    [InlineData("192.168.5.4")]
    [InlineData("xn--name")]
    [InlineData("sthree-name")]
    [InlineData("name-s3alias")]
    [InlineData("name--ol-s3")]
    [InlineData("name--x-s3")]
    [InlineData("name.mrap")]
    [InlineData("%2e%2e")]
    [InlineData("..")]
    [InlineData("a%2F..%2Fb")]
    [InlineData("a%20b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task BucketName_ThatBreaksARule_IsRefused(string name)
    {
        var answer = await sandbox.Client.S3Async("PUT", "/" + name);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidBucketName"));
        Directory.GetDirectories(Path.Combine(sandbox.Fixture.Options.DataDirectory, "regions")).Length.ShouldBeLessThanOrEqualTo(1);
    }

    private Task<WireAnswer> SendAsync(string method, string target, string body)
    {
#pragma warning disable CA5351 // Content-MD5 is the protocol's own header
        var md5 = Convert.ToBase64String(System.Security.Cryptography.MD5.HashData(Encoding.UTF8.GetBytes(body)));
#pragma warning restore CA5351
        return sandbox.Client.SendAsync(
            WireRequest.Of(method, target, body) with { Headers = new Dictionary<string, string> { ["Content-MD5"] = md5 } });
    }
}
