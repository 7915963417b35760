using Microsoft.Extensions.Time.Testing;
using Mrap.Core.Routing;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.AccessPoints;

public sealed class DataPlaneTests
{
    [Fact]
    public async Task AccessPoint_FromTwoVantages_IsServedByTheNearestActiveRegion()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1", "ap-southeast-2");

        var put = await client.AccessPointAsync(alias, "PUT", "/k", "hello", "ap-northeast-1");
        var near = await client.AccessPointAsync(alias, "GET", "/k", vantage: "ap-northeast-1");
        var far = await client.AccessPointAsync(alias, "GET", "/k", vantage: "eu-west-2");

        put.Headers["x-sandbox-region"].ShouldBe("ap-southeast-2");
        near.Text.ShouldBe("hello");
        far.Headers["x-sandbox-region"].ShouldBe("eu-west-1");
        (far.Status, far.ErrorCode).ShouldBe((404, "NoSuchKey"));
    }

    [Fact]
    public async Task RouteChange_Submitted_ReachesEachVantageAtItsOwnTime()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(options => options.RoutePropagation = TimeSpan.FromSeconds(100), time);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");
        var vantage = VantageCatalog.Find("eu-west-2")!;
        var delay = RoutePropagation.DelayOf(vantage, TimeSpan.FromSeconds(100));

        await client.SubmitRoutesAsync(
            alias, "<Route><Bucket>demo-eu-west-1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route>");

        (await ServedAsync(client, alias)).ShouldBe("eu-west-1");
        time.Advance(delay - TimeSpan.FromSeconds(0.01));
        (await ServedAsync(client, alias)).ShouldBe("eu-west-1");
        time.Advance(TimeSpan.FromSeconds(0.01));
        (await ServedAsync(client, alias)).ShouldBe("us-east-1");
    }

    [Fact]
    public async Task UploadPart_AfterAFlip_FindsNoUpload()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");
        var upload = (await client.AccessPointAsync(alias, "POST", "/k?uploads=", vantage: "eu-west-1")).Value("UploadId")!;

        await client.SubmitRoutesAsync(
            alias, "<Route><Bucket>demo-eu-west-1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route>");
        var answer =
            await client.AccessPointAsync(alias, "PUT", $"/k?partNumber=1&uploadId={Uri.EscapeDataString(upload)}", "part", "eu-west-1");

        (answer.Status, answer.ErrorCode).ShouldBe((404, "NoSuchUpload"));
    }

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("us-east-1")]
    public async Task AccessPoint_SignedWithV4_IsRefusedNamingTheServingRegion(string region)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");
        var request = SandboxClient.AccessPoint(alias, "GET", "/k") with { Algorithm = SigningAlgorithm.V4, Region = region };

        var header = await client.SendAsync(request);
        var query = await client.SendAsync(request with { Target = client.Presign(request, TimeSpan.FromMinutes(5)), IsSigned = false });

        (header.Status, header.ErrorCode, header.Value("Region")).ShouldBe((400, "AuthorizationHeaderMalformed", "eu-west-1"));
        (query.Status, query.ErrorCode, query.Value("Region")).ShouldBe((400, "AuthorizationQueryParametersError", "eu-west-1"));
    }

    [Fact]
    public async Task AccessPoint_Anonymous_IsDenied()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");

        var answer = await client.SendAsync(SandboxClient.AccessPoint(alias, "GET", "/k") with { IsSigned = false });

        (answer.Status, answer.ErrorCode).ShouldBe((403, "AccessDenied"));
    }

    [Theory]
    [InlineData("*", 404)]
    [InlineData("eu-west-1", 404)]
    [InlineData("us-east-1,eu-west-1", 404)]
    [InlineData("us-east-1", 400)]
    public async Task AccessPoint_WithARegionSet_NeedsTheServingRegionInIt(string regionSet, int status)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");

        var answer = await client.SendAsync(SandboxClient.AccessPoint(alias, "GET", "/k") with { Region = regionSet });

        answer.Status.ShouldBe(status);
    }

    [Fact]
    public async Task AccessPoint_SignedWithAnotherSecret_DoesNotMatchTheDerivedPublicKey()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");
        var request = SandboxClient.AccessPoint(alias, "GET", "/k");

        var right = await client.SendAsync(request);
        var wrong = await client.SendAsync(request with { Credential = SandboxClient.Administrator with { Secret = "wrong" } });
        var changed =
            await client.SendAsync(request with { Tamper = head => head.Replace("GET /k ", "GET /other ", StringComparison.Ordinal) });

        (right.Status, right.ErrorCode).ShouldBe((404, "NoSuchKey"));
        (wrong.Status, wrong.ErrorCode).ShouldBe((403, "SignatureDoesNotMatch"));
        (changed.Status, changed.ErrorCode).ShouldBe((403, "SignatureDoesNotMatch"));
    }

    [Fact]
    public async Task AccessPoint_WithAllActiveRegionsDown_IsUnavailable()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        await DownAsync(client, "us-east-1");
        var shifted = await client.AccessPointAsync(alias, "GET", "/k", vantage: "us-east-1");
        await DownAsync(client, "eu-west-1");
        var none = await client.AccessPointAsync(alias, "GET", "/k", vantage: "us-east-1");
        var bucket = await client.S3Async("GET", "/demo-us-east-1");

        shifted.Headers["x-sandbox-region"].ShouldBe("eu-west-1");
        (none.Status, none.ErrorCode).ShouldBe((503, "ServiceUnavailable"));
        bucket.Status.ShouldBe(503);
    }

    [Fact]
    public async Task CrossAccountMember_Deleted_LeavesADanglingRoute()
    {
        var other = new AwsCredential("AKIAOTHERACCOUNT0001", "other-secret");
        await using var sandbox = await SandboxFixture.StartAsync(options =>
        {
            options.Principals.Add(PrincipalOptions.DefaultAdministrator());
            options.Principals.Add(new()
            {
                AccountId = "444455556666",
                UserName = "other",
                AccessKeyId = other.AccessKeyId,
                SecretAccessKey = other.Secret,
                Policies = [.. PrincipalOptions.DefaultAdministrator().Policies]
            });
        });
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("theirs", "us-east-1", other);
        await client.ControlAsync(
            "POST",
            "/async-requests/mrap/create",
            "<CreateMultiRegionAccessPointRequest><ClientToken>t</ClientToken><Details><Name>demo</Name><Regions><Region><Bucket>theirs</"
                + "Bucket><BucketAccountId>444455556666</BucketAccountId></Region></Regions></Details></CreateMultiRegionAccessPointReque"
                + "st>");
        var alias = (await client.ControlAsync("GET", "/mrap/instances/demo")).Value("Alias")!;

        var deleted = await client.SendAsync(new WireRequest("DELETE", "/theirs") { Credential = other });
        var answer = await client.AccessPointAsync(alias, "GET", "/k");

        deleted.Status.ShouldBe(204);
        (answer.Status, answer.ErrorCode).ShouldBe((404, "NoSuchBucket"));
    }

    [Theory]
    [InlineData("mzzzzzzzzzzzz.mrap.accesspoint.s3-global.amazonaws.com", 404, "NoSuchMultiRegionAccessPoint")]
    [InlineData("accesspoint.s3-global.amazonaws.com", 400, "InvalidRequest")]
    [InlineData("s3-global.amazonaws.com", 400, "InvalidRequest")]
    public async Task GlobalHost_WithoutAnAccessPoint_SaysSo(string host, int status, string code)
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        var answer = await new SandboxClient(sandbox).SendAsync(SandboxClient.AccessPoint("x", "GET", "/k") with { Host = host });

        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
    }

    [Fact]
    public async Task Alias_AsABucketName_IsServedWithANoteUnlessTurnedOff()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");

        var served = await client.S3Async("PUT", $"/{alias}/k", "hello");
        sandbox.Options.AliasAsBucket = false;
        await sandbox.RestartAsync();
        var refused = await client.S3Async("GET", $"/{alias}/k");

        served.Status.ShouldBe(200);
        served.Headers.Keys.ShouldContain("x-sandbox-note");
        served.Headers["x-sandbox-region"].ShouldBe("eu-west-1");
        refused.Status.ShouldBeOneOf(400, 404);
    }

    private static async Task<string> ServedAsync(SandboxClient client, string alias) =>
        (await client.AccessPointAsync(alias, "GET", "/k", vantage: "eu-west-2")).Headers["x-sandbox-region"];

    private static async Task DownAsync(SandboxClient client, string region) =>
        (
            await client.SendAsync(
                WireRequest.Of(
                    "PUT", $"/_sandbox/regions/{region}", "{\"state\":\"down\"}") with
                { IsSigned = false })).Status.ShouldBe(200);
}
