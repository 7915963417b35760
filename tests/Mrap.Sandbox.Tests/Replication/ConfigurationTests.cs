using static Mrap.Sandbox.Tests.Replication.ReplicationBench;

namespace Mrap.Sandbox.Tests.Replication;

public sealed class ConfigurationTests
{

    public static TheoryData<string, string, string> Broken => new()
    {
        { "<Rule><Status>Enabled</Status></Rule>", "MalformedXML", "schema" },
        { Rule(Ireland, status: "On"), "MalformedXML", "schema" },
        { Rule(Ireland, filter: "<Filter><Prefix>a</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></Filter>"), "MalformedXML", "schema" },
        { Rule(Ireland, filter: "<Filter><And><Prefix>a</Prefix></And></Filter>"), "MalformedXML", "schema" },
        { Rule(Ireland, options: "<StorageClass>COLD</StorageClass>"), "MalformedXML", "schema" },
        { Rule(Ireland, id: new string('i', 256)), "InvalidArgument", "Rule Id" },
        { Rule(Ireland, marks: ""), "InvalidRequest", "DeleteMarkerReplication must be specified" },
        { Rule(Ireland).Replace("<Priority>1</Priority>", "", StringComparison.Ordinal), "InvalidRequest", "Priority must be specified" },
        { Rule(Ireland, id: "x") + Rule(Ireland, priority: 2, id: "x"), "InvalidArgument", "unique" },
        { Rule(Ireland, id: "x") + Rule(Ireland, id: "y"), "InvalidRequest", "duplicate priority" },
        { Rule(Ireland, priority: -1), "InvalidRequest", "Priority" },
        { Rule(Source), "InvalidRequest", "same as the source" },
        { Rule("no-such-bucket"), "InvalidRequest", "must exist" },
        { Rule(Ireland, options: "<Account>999999999999</Account>"), "InvalidRequest", "not owned" },
        {
            Rule(Ireland, filter: "<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>", marks: Mark), "InvalidRequest",
            "Delete marker replication is not supported"
        },
        { Rule(Ireland, options: Timed.Split("<Metrics>")[0]), "InvalidRequest", "both ReplicationTime and Metrics" },
        { Rule(Ireland, options: Timed.Replace("15", "30", StringComparison.Ordinal)), "InvalidArgument", "Invalid time minute value" },
        {
            Rule(Ireland, options: "<AccessControlTranslation><Owner>Destination</Owner></AccessControlTranslation>"), "InvalidRequest",
            "Account must be specified"
        },
        {
            Rule(Ireland).Replace("arn:aws:s3:::" + Ireland, "arn:aws:s3::111122223333:accesspoint/x.mrap", StringComparison.Ordinal),
            "InvalidArgument", "Invalid bucket ARN"
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Rules_ThatBreakARule_AreRefused(string rules, string code, string message)
    {
        await using var bench = await StartAsync();

        var answer = await bench.TryPutRulesAsync(Source, Document(rules));

        (answer.Status, answer.ErrorCode).ShouldBe((400, code), answer.Text);
        answer.Value("Message")!.ShouldContain(message);
        (await bench.S3Async("GET", Source, "?replication")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Rules_Put_ComeBackAsTheyWere()
    {
        await using var bench = await StartAsync();
        var absent = await bench.S3Async("GET", Source, "?replication");
        (absent.Status, absent.ErrorCode).ShouldBe((404, "ReplicationConfigurationNotFoundError"));

        await bench.PutRulesAsync(
            Source,
            Rule(
                Ireland, filter: "<Filter><And><Prefix>a &amp; b/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter>",
                criteria: Sync, options: Timed),
            Rule(Tokyo, marks: Mark, options: "<Account>111122223333</Account><StorageClass>GLACIER_IR</StorageClass>"));
        var answer = await bench.S3Async("GET", Source, "?replication");

        answer.Value("Role").ShouldBe(Role);
        answer.Values("ID").ShouldBe(["to-" + Ireland, "to-" + Tokyo]);
        (answer.Value("Prefix"), answer.Value("Key"), answer.Values("Minutes").Count).ShouldBe(("a & b/", "k", 2));
        (answer.Value("StorageClass"), answer.Value("Account")).ShouldBe(("GLACIER_IR", "111122223333"));
        var again = await bench.TryPutRulesAsync(Source, answer.Text[(answer.Text.IndexOf("?>", StringComparison.Ordinal) + 2)..]);
        again.Status.ShouldBe(200, again.Text);
        (await bench.S3Async("GET", Source, "?replication")).Text.ShouldBe(answer.Text);

        (await bench.S3Async("DELETE", Source, "?replication")).Status.ShouldBe(204);
        (await bench.S3Async("GET", Source, "?replication")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Rule_WithoutAnId_GetsOne()
    {
        await using var bench = await StartAsync();

        await bench.PutRulesAsync(Source, Rule(Ireland).Replace("<ID>to-ireland-bucket</ID>", "", StringComparison.Ordinal));

        (await bench.S3Async("GET", Source, "?replication")).Value("ID")!.Length.ShouldBe(32);
    }

    [Fact]
    public async Task Rules_NeedVersioningAndADigestAndKeepVersioning()
    {
        await using var bench = await StartAsync();
        await bench.VersionAsync(Source, "Suspended");
        var unversioned = await bench.TryPutRulesAsync(Source, Document(Rule(Ireland)));
        await bench.VersionAsync(Source, "Enabled");
        await bench.VersionAsync(Tokyo, "Suspended");
        var suspended = await bench.TryPutRulesAsync(Source, Document(Rule(Tokyo)));
        var unchecked_ = await bench.S3Async("PUT", Source, "?replication", Document(Rule(Ireland)));
        await bench.PutRulesAsync(Source, Rule(Ireland));
        var refused = await bench.VersionAsync(Source, "Suspended");

        unversioned.Value("Message")!.ShouldContain("Versioning must be 'Enabled'");
        suspended.Value("Message")!.ShouldContain("Destination bucket must have versioning enabled");
        (unchecked_.Status, unchecked_.ErrorCode).ShouldBe((400, "InvalidRequest"));
        (refused.Status, refused.ErrorCode).ShouldBe((409, "InvalidBucketState"));
    }

    [Theory]
    [InlineData("s3:PutReplicationConfiguration", 403)]
    [InlineData("iam:PassRole", 403)]
    [InlineData("s3:GetReplicationConfiguration", 200)]
    public async Task Rules_NeedTheirActionAndTheRightToPassTheRole(string denied, int status)
    {
        await using var bench = await StartAsync();
        var user = await bench.Iam.CreateUserAsync(
            "user",
            $$"""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"{{denied}}","Resource":"*"}]}""");

        var put = await bench.TryPutRulesAsync(Source, Document(Rule(Ireland)), user.Credential);
        var get = await bench.S3Async("GET", Source, "?replication", credential: user.Credential);

        put.Status.ShouldBe(status, put.Text);
        get.Status.ShouldBe(status == 200 ? 403 : 404);
    }
}
