using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.S3Control;

public sealed class AsyncRequestTests
{
    private const string Regions = "eu-west-1,us-east-1";
    private const string Policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    [Fact]
    public async Task Create_Accepted_GoesThroughItsStatesRegionByRegion()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(options => options.OperationDelay = TimeSpan.FromSeconds(10), time);
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");
        await client.CreateBucketAsync("b-euw1", "eu-west-1");

        var token = (await client.RequestAccessPointAsync("demo", ["b-use1", "b-euw1"], "t1")).Value("RequestTokenARN")!;

        token.ShouldStartWith($"arn:aws:s3:us-west-2:{SandboxClient.Account}:async-request/mrap/create/");
        (await client.ControlAsync("GET", "/mrap/instances")).Value("Status").ShouldBe("CREATING");
        (await DescribeAsync(client, token)).Value("RequestStatus").ShouldBe("NEW");
        time.Advance(TimeSpan.FromSeconds(5));
        var half = await DescribeAsync(client, token);
        half.Values("RequestStatus")[0].ShouldBe("INPROGRESS");
        time.Advance(TimeSpan.FromSeconds(5));
        var done = await DescribeAsync(client, token);
        done.Values("RequestStatus").ShouldAllBe(status => status == "SUCCEEDED");
        string.Join(
            ',', done.Xml.Descendants("MultiRegionAccessPointDetails").Descendants("Name").Select(name => name.Value)).ShouldBe(Regions);
        var point = await client.ControlAsync("GET", "/mrap/instances/demo");
        point.Value("Status").ShouldBe("READY");
        point.Value("Alias")!.ShouldMatch("^m[a-z0-9]{12}[.]mrap$");
        point.Xml.Descendants("PublicAccessBlock").Elements().ShouldAllBe(element => element.Value == "true");
    }

    [Fact]
    public async Task Create_InterruptedByRestart_Finishes()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(options => options.OperationDelay = TimeSpan.FromSeconds(10), time);
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");
        var token = (await client.RequestAccessPointAsync("demo", ["b-use1"], "t1")).Value("RequestTokenARN")!;

        await sandbox.RestartAsync();
        time.Advance(TimeSpan.FromSeconds(10));

        (await DescribeAsync(client, token)).Values("RequestStatus")[0].ShouldBe("SUCCEEDED");
        (await client.ControlAsync("GET", "/mrap/instances/demo")).Value("Status").ShouldBe("READY");
    }

    [Fact]
    public async Task Create_WithoutPublicAccessBlock_BlocksAllInGetAndInDescribe()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");

        var token = (await client.RequestAccessPointAsync("demo", ["b-use1"], "t1")).Value("RequestTokenARN")!;

        foreach (var answer in (WireAnswer[])[await client.ControlAsync("GET", "/mrap/instances/demo"), await DescribeAsync(client, token)])
        {
            answer.Xml.Descendants("PublicAccessBlock")
                .Single()
                .Elements()
                .Select(element => (element.Name.LocalName, element.Value))
                .ShouldBe(
                [
                    ("BlockPublicAcls", "true"), ("IgnorePublicAcls", "true"), ("BlockPublicPolicy", "true"),
                    ("RestrictPublicBuckets", "true")]);
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(":", true)]
    [InlineData(":/", true)]
    public async Task Token_InThePath_IsFoundWithItsCharactersRawOrEncoded(string encoded, bool isEncoded)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");
        var token = (await client.RequestAccessPointAsync("demo", ["b-use1"], "t1")).Value("RequestTokenARN")!;

        var path = string.Concat(token.Select(c => encoded.Contains(c, StringComparison.Ordinal) ? Uri.HexEscape(c) : c.ToString()));
        var answer = await client.ControlAsync("GET", "/async-requests/mrap/" + path);

        path.Contains('%', StringComparison.Ordinal).ShouldBe(isEncoded);
        (answer.Status, answer.Value("RequestTokenARN")).ShouldBe((200, token));
    }

    [Fact]
    public async Task Operation_EndedLongAgo_IsToldForFourteenDays()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(time: time);
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");
        var token = (await client.RequestAccessPointAsync("demo", ["b-use1"], "t1")).Value("RequestTokenARN")!;

        time.Advance(TimeSpan.FromDays(14));
        await client.RequestAccessPointAsync("another", ["b-use1"], "t2");
        var within = await DescribeAsync(client, token);
        time.Advance(TimeSpan.FromSeconds(1));
        await client.RequestAccessPointAsync("third", ["b-use1"], "t3");
        var after = await DescribeAsync(client, token);

        (within.Status, within.Value("RequestStatus")).ShouldBe((200, "SUCCEEDED"));
        (after.Status, after.ErrorCode).ShouldBe((404, "NoSuchAsyncRequest"));
        (await client.ControlAsync("GET", "/mrap/instances/demo")).Value("Status").ShouldBe("READY");
    }

    [Theory]
    [InlineData("demo", "a-use1,b-use1", "MultiRegionAccessPointSameBucketRegion")]
    [InlineData("demo", "a-use1,missing", "NoSuchBucket")]
    [InlineData("taken", "a-use1", "MultiRegionAccessPointAlreadyOwnedByYou")]
    public async Task Create_WithAFaultFoundLater_IsAcceptedAndFails(string name, string buckets, string code)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("a-use1", "us-east-1");
        await client.CreateBucketAsync("b-use1", "us-east-1");
        await client.RequestAccessPointAsync("taken", ["b-use1"], "first");

        var answer = await client.RequestAccessPointAsync(name, buckets.Split(','), "second");

        answer.Status.ShouldBe(200);
        var described = await DescribeAsync(client, answer.Value("RequestTokenARN")!);
        described.Status.ShouldBe(200);
        described.Values("RequestStatus")[0].ShouldBe("FAILED");
        described.Xml.Descendants("ErrorDetails").Elements("Code").Single().Value.ShouldBe(code);
    }

    [Fact]
    public async Task ClientToken_UsedAgain_GivesTheSameTokenOrAConflict()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");

        var first = await client.RequestAccessPointAsync("demo", ["b-use1"], "token");
        var same = await client.RequestAccessPointAsync("demo", ["b-use1"], "token");
        var different = await client.RequestAccessPointAsync("other", ["b-use1"], "token");

        same.Value("RequestTokenARN").ShouldBe(first.Value("RequestTokenARN"));
        different.Status.ShouldBe(409);
        different.ErrorCode.ShouldBe("ClientTokenConflict");
    }

    [Fact]
    public async Task Create_BeyondTheQuotas_IsRefusedAtOnce()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");

        var tooManyRegions = await client.RequestAccessPointAsync("demo", Enumerable.Range(0, 18).Select(i => $"bucket-{i}"), "t");
        for (var i = 0; i < 100; i++)
        {
            (await client.RequestAccessPointAsync($"demo-{i}", ["b-use1"], $"t{i}")).Status.ShouldBe(200);
        }

        var tooMany = await client.RequestAccessPointAsync("demo-100", ["b-use1"], "t100");

        (tooManyRegions.Status, tooManyRegions.ErrorCode).ShouldBe((400, "TooManyMultiRegionAccessPointregionsError"));
        (tooMany.Status, tooMany.ErrorCode).ShouldBe((400, "TooManyMultiRegionAccessPoints"));
    }

    [Fact]
    public async Task Create_InADisabledOptInRegion_IsRefusedAtOnce()
    {
        await using var sandbox = await SandboxFixture.StartAsync(options => options.DisabledRegions.Add("eu-south-1"));
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-eus1", "eu-south-1");

        var answer = await client.RequestAccessPointAsync("demo", ["b-eus1"], "t");

        (answer.Status, answer.ErrorCode).ShouldBe((403, "InvalidRegion"));
    }

    [Fact]
    public async Task DeleteAndPutPolicy_WhileCreatingOrChanging_FailLater()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(options => options.OperationDelay = TimeSpan.FromSeconds(10), time);
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");
        await client.RequestAccessPointAsync("demo", ["b-use1"], "t1");

        WireAnswer[] early = [await DeleteAsync(client, "demo", "t2"), await PutPolicyAsync(client, "demo", Policy, "t3")];
        time.Advance(TimeSpan.FromSeconds(10));
        await PutPolicyAsync(client, "demo", Policy, "t4");
        WireAnswer[] busy = [await DeleteAsync(client, "demo", "t5"), await PutPolicyAsync(client, "demo", Policy, "t6")];
        time.Advance(TimeSpan.FromSeconds(10));

        foreach (var answer in early)
        {
            (await DescribeAsync(client, answer.Value("RequestTokenARN")!)).Value("Code").ShouldBe("MultiRegionAccessPointNotReady");
        }

        foreach (var answer in busy)
        {
            (await DescribeAsync(client, answer.Value("RequestTokenARN")!))
                .Value("Code")
                .ShouldBe("MultiRegionAccessPointModifiedByAnotherRequest");
        }
    }

    [Fact]
    public async Task PutPolicy_Accepted_IsProposedThenEstablished()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(options => options.OperationDelay = TimeSpan.FromSeconds(10), time);
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");
        await client.RequestAccessPointAsync("demo", ["b-use1"], "t1");
        time.Advance(TimeSpan.FromSeconds(10));

        (await PutPolicyAsync(client, "demo", Policy, "t2")).Status.ShouldBe(200);

        var before = await client.ControlAsync("GET", "/mrap/instances/demo/policy");
        before.Xml.Descendants("Proposed").Count().ShouldBe(1);
        before.Xml.Descendants("Established").ShouldBeEmpty();
        time.Advance(TimeSpan.FromSeconds(10));
        var after = await client.ControlAsync("GET", "/mrap/instances/demo/policy");
        after.Xml.Descendants("Proposed").ShouldBeEmpty();
        after.Xml.Descendants("Established").Single().Value.ShouldContain("2012-10-17");
        (await client.ControlAsync("GET", "/mrap/instances/demo/policystatus")).Value("IsPublic").ShouldBe("false");
    }

    [Fact]
    public async Task PolicyStatus_OfAPublicPolicy_FollowsTheEstablishedOne()
    {
        const string Public = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3::111122223333:accesspoint/*\"}]}";
        const string AllOff = "<PublicAccessBlock><BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>false</"
            + "IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></"
            + "PublicAccessBlock>";
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(options => options.OperationDelay = TimeSpan.FromSeconds(10), time);
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("b-use1", "us-east-1");
        await client.ControlAsync(
            "POST",
            "/async-requests/mrap/create",
            $"<CreateMultiRegionAccessPointRequest><ClientToken>t1</ClientToken><Details><Name>demo</Name>{AllOff}<Regions><Region><Bucke"
                + $"t>b-use1</Bucket></Region></Regions></Details></CreateMultiRegionAccessPointRequest>");
        time.Advance(TimeSpan.FromSeconds(10));

        (await PutPolicyAsync(client, "demo", Public, "t2")).Status.ShouldBe(200);
        var proposed = await client.ControlAsync("GET", "/mrap/instances/demo/policystatus");
        time.Advance(TimeSpan.FromSeconds(10));
        var established = await client.ControlAsync("GET", "/mrap/instances/demo/policystatus");

        proposed.Value("IsPublic").ShouldBe("false");
        established.Value("IsPublic").ShouldBe("true");
    }

    [Theory]
    [InlineData("not json", 400, "MalformedPolicy")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":\"x\"}", 400, "MalformedPolicy")]
    [InlineData(
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}}", 400,
        "MalformedPolicy")]
    [InlineData(
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"IpAddress\":"
            + "{\"aws:SourceIp\":\"0.0.0.0/0\"}}}}",
        403, "AccessDenied")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}", 403, "AccessDenied")]
    public async Task PutPolicy_BadOrPublic_IsRefusedAtOnce(string policy, int status, string code)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateAccessPointAsync("demo", "us-east-1");

        var answer = await PutPolicyAsync(client, "demo", policy, "t");

        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
    }

    [Fact]
    public async Task Create_AfterDelete_GetsAnotherAlias()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var first = await client.CreateAccessPointAsync("demo", "us-east-1");

        await DeleteAsync(client, "demo", "delete");
        (await client.ControlAsync("GET", "/mrap/instances/demo")).ErrorCode.ShouldBe("NoSuchMultiRegionAccessPoint");
        await client.RequestAccessPointAsync("demo", ["demo-us-east-1"], "again");

        (await client.ControlAsync("GET", "/mrap/instances/demo")).Value("Alias").ShouldNotBe(first);
    }

    [Fact]
    public async Task MemberBucket_OfTheSameAccount_CannotBeDeletedUntilTheAccessPointIs()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateAccessPointAsync("demo", "us-east-1");

        var held = await client.S3Async("DELETE", "/demo-us-east-1");
        await DeleteAsync(client, "demo", "delete");
        var freed = await client.S3Async("DELETE", "/demo-us-east-1");

        (held.Status, held.ErrorCode).ShouldBe((400, "BucketHasAccessPointsAttached"));
        freed.Status.ShouldBe(204);
    }

    [Theory]
    [InlineData("<CreateMultiRegionAccessPointRequest><ClientToken>t</ClientToken>")]
    [InlineData(
        "<!DOCTYPE x [<!ENTITY e \"v\">]><CreateMultiRegionAccessPointRequest><ClientToken>&e;</ClientToken></CreateMultiRegionAccessPoin"
            + "tRequest>")]
    [InlineData("<Other/>")]
    [InlineData("")]
    public async Task Create_WithABadDocument_IsMalformedXml(string body)
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        var answer = await new SandboxClient(sandbox).ControlAsync("POST", "/async-requests/mrap/create", body);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedXML"));
        answer.Xml.Name.LocalName.ShouldBe("ErrorResponse");
    }

    private static Task<WireAnswer> DescribeAsync(SandboxClient client, string token) =>
        client.ControlAsync("GET", "/async-requests/mrap/" + token.Replace(":", "%3A", StringComparison.Ordinal));

    private static Task<WireAnswer> DeleteAsync(SandboxClient client, string name, string token) => client.ControlAsync(
        "POST",
        "/async-requests/mrap/delete",
        $"<DeleteMultiRegionAccessPointRequest><Details><Name>{name}</Name></Details><ClientToken>{token}</ClientToken></"
            + $"DeleteMultiRegionAccessPointRequest>");

    private static Task<WireAnswer> PutPolicyAsync(SandboxClient client, string name, string policy, string token) => client.ControlAsync(
        "POST",
        "/async-requests/mrap/put-policy",
        $"<PutMultiRegionAccessPointPolicyRequest><ClientToken>{token}</ClientToken><Details><Name>{name}</"
            + $"Name><Policy>{policy.Replace("\"", "&quot;", StringComparison.Ordinal)}</Policy></Details></PutMultiRegionAccessPointPoli"
            + $"cyRequest>");
}
