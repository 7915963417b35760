using static Mrap.Sandbox.Tests.Replication.ReplicationBench;

namespace Mrap.Sandbox.Tests.Replication;

/// <summary>What cannot be replicated fails for the reason that S3 gives it (AWS page "Amazon S3 replication failure reasons").</summary>
public sealed class FailureTests
{
    private const string OtherAccountTrust =
        """{"Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole","Condition":"""
            + """{"StringEquals":{"aws:SourceAccount":"999999999999"}}}]}""";

    [Theory]
    [InlineData("s3:GetObjectVersionForReplication", "SrcGetObjectNotPermitted")]
    [InlineData("s3:GetObjectVersionAcl", "SrcGetAclNotPermitted")]
    [InlineData("s3:GetObjectVersionTagging", "SrcGetTaggingNotPermitted")]
    [InlineData("s3:ReplicateObject", "DstPutObjectNotPermitted")]
    [InlineData("s3:ReplicateTags", "DstPutTaggingNotPermitted")]
    [InlineData("s3:ReplicateDelete", null)]
    public async Task Object_WhoseRoleLacksAPermission_FailsForIt(string action, string? reason)
    {
        await using var bench = await StartAsync(policy: AllBut(action));
        await bench.PutRulesAsync(Source, Rule(Ireland, marks: NoMark));

        await bench.PutAsync(Source, "a", headers: ("x-amz-tagging", "k=v"));
        var status = await bench.DrainAsync();

        (await bench.StatusAsync(Source, "a")).ShouldBe(reason is null ? "COMPLETED" : "FAILED");
        (await bench.StatusAsync(Ireland, "a")).ShouldBe(reason is null ? "REPLICA" : "absent");
        status.GetProperty("rules")[0].GetProperty("lastFailure").GetString().ShouldBe(reason);
        (await bench.EventsAsync()).ShouldBe(
            reason is null ? [] : [("Replication:OperationFailedReplication", reason)]);
    }

    [Fact]
    public async Task DeleteMarker_WhoseRoleMayNotReplicateDeletes_FailsForIt()
    {
        await using var bench = await StartAsync(policy: AllBut("s3:ReplicateDelete"));
        await bench.PutRulesAsync(Source, Rule(Ireland, marks: Mark));
        await bench.PutAsync(Source, "a");
        await bench.S3Async("DELETE", Source, "/a");

        await bench.DrainAsync();

        (await bench.StatusAsync(Ireland, "a")).ShouldBe("REPLICA");
        (await bench.EventsAsync()).ShouldBe([("Replication:OperationFailedReplication", "DstDelObjNotPermitted")]);
    }

    [Theory]
    [InlineData(OtherAccountTrust)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""")]
    public async Task Object_WhoseRoleS3MayNotAssume_Fails(string trust)
    {
        await using var bench = await StartAsync(trust: trust);
        await bench.PutRulesAsync(Source, Rule(Ireland));

        await bench.PutAsync(Source, "a");
        await bench.DrainAsync();

        (await bench.EventsAsync()).ShouldBe([("Replication:OperationFailedReplication", "AssumeRoleNotPermitted")]);
    }

    [Theory]
    [InlineData(true, "DstBucketNotFound")]
    [InlineData(false, "DstBucketUnversioned")]
    public async Task Object_WhoseDestinationIsNotWhatItWas_Fails(bool isGone, string reason)
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland), Rule(Tokyo));
        await (isGone ? bench.S3Async("DELETE", Ireland, "") : bench.VersionAsync(Ireland, "Suspended"));

        await bench.PutAsync(Source, "a");
        await bench.DrainAsync();

        (await bench.StatusAsync(Source, "a")).ShouldBe("FAILED");
        (await bench.StatusAsync(Tokyo, "a")).ShouldBe("REPLICA");
        (await bench.EventsAsync("?bucket=" + Source)).ShouldBe([("Replication:OperationFailedReplication", reason)]);
        (await bench.EventsAsync("?bucket=" + Tokyo)).ShouldBeEmpty();
        var failures = await bench.AdminAsync("GET", $"replication/failures/{Source}");
        failures[0].GetProperty("key").GetString().ShouldBe("a");
        failures[0].GetProperty("failureReason").GetString().ShouldBe(reason);
    }

    [Fact]
    public async Task Object_WhoseRulesWereRemovedWhileItWaited_Fails()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland));
        await bench.ConditionAsync("eu-west-1", "{\"state\":\"down\"}");
        await bench.PutAsync(Source, "a");
        (await bench.S3Async("DELETE", Source, "?replication")).Status.ShouldBe(204);

        await bench.AdminAsync("DELETE", "regions");
        await bench.DrainAsync();

        (await bench.EventsAsync()).ShouldBe([("Replication:OperationFailedReplication", "SrcBucketReplicationConfigMissing")]);
    }

    [Theory]
    [InlineData(true, "REPLICA")]
    [InlineData(false, "absent")]
    public async Task Object_ForABucketOfAnotherAccount_NeedsThatBucketsPolicy(bool isPermitted, string status)
    {
        const string Bucket = "foreign-bucket";
        await using var bench = await StartAsync();
        await bench.Client.CreateBucketAsync(Bucket, "us-east-1", Other, TestContext.Current.CancellationToken);
        await bench.S3Async(
            "PUT", Bucket, "?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", credential: Other);
        if (isPermitted)
        {
            var put = await bench.S3Async(
                "PUT", Bucket, "?policy",
                $$"""
                {"Statement":[{"Effect":"Allow","Principal":{"AWS":"{{Role}}"},"Action":["s3:ReplicateObject","s3:ReplicateTags"],
                "Resource":"arn:aws:s3:::{{Bucket}}/*"}]}
                """,
                credential: Other);
            put.Status.ShouldBe(204, put.Text);
        }

        await bench.PutRulesAsync(Source, Rule(Bucket, options: "<Account>444455556666</Account>"));
        await bench.PutAsync(Source, "a", headers: ("x-amz-tagging", "k=v"));
        await bench.DrainAsync();

        var read = await bench.S3Async("HEAD", Bucket, "/a", credential: Other);
        (read.Status == 200 ? read.Headers["x-amz-replication-status"] : "absent").ShouldBe(status);
        (await bench.StatusAsync(Source, "a")).ShouldBe(isPermitted ? "COMPLETED" : "FAILED");
    }

    private static string AllBut(string action) =>
        $$"""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"{{action}}","Resource":"*"}]}""";
}
