using static Mrap.Sandbox.Tests.Replication.ReplicationBench;

namespace Mrap.Sandbox.Tests.Replication;

public sealed class ReplicationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Object_UnderRulesToTwoBuckets_IsInBothAsItWasWritten()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland), Rule(Tokyo, options: "<StorageClass>STANDARD_IA</StorageClass>"));

        var version = await bench.PutAsync(
            Source, "docs/one", "hello", ("Content-Type", "text/plain"), ("x-amz-meta-author", "alice"), ("x-amz-tagging", "k=v"));
        await bench.DrainAsync();

        var original = await bench.HeadAsync(Source, "docs/one");
        original.Headers["x-amz-replication-status"].ShouldBe("COMPLETED");
        foreach (var bucket in new[] { Ireland, Tokyo })
        {
            var headers = new Dictionary<string, string> { ["x-amz-checksum-mode"] = "ENABLED" };
            var replica = await bench.S3Async("GET", bucket, "/docs/one", headers: headers);
            replica.Text.ShouldBe("hello");
            replica.Headers["x-amz-replication-status"].ShouldBe("REPLICA");
            replica.Headers["x-amz-version-id"].ShouldBe(version);
            replica.Headers["x-amz-meta-author"].ShouldBe("alice");
            replica.Headers.Keys.ShouldContain("x-amz-checksum-crc64nvme");
            foreach (var name in new[] { "ETag", "Last-Modified", "Content-Type", "x-amz-tagging-count" })
            {
                replica.Headers[name].ShouldBe(original.Headers[name], name);
            }
        }

        (await bench.HeadAsync(Tokyo, "docs/one")).Headers["x-amz-storage-class"].ShouldBe("STANDARD_IA");
        (await bench.HeadAsync(Ireland, "docs/one")).Headers.Keys.ShouldNotContain("x-amz-storage-class");
    }

    [Fact]
    public async Task Object_OfSeveralPartsAndOfManyBytes_KeepsItsPartsAndItsETag()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland));
        var large = new string('x', 200_000);
        await bench.PutAsync(Source, "large", large);
        var upload = (await bench.S3Async("POST", Source, "/parts?uploads")).Value("UploadId");
        var half = new string('a', 5 << 20);
        var first = (await bench.S3Async("PUT", Source, $"/parts?partNumber=1&uploadId={upload}", half)).Headers["ETag"];
        var second = (await bench.S3Async("PUT", Source, $"/parts?partNumber=2&uploadId={upload}", "tail")).Headers["ETag"];
        var completed = await bench.S3Async(
            "POST", Source, $"/parts?uploadId={upload}",
            $"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{first}</ETag></Part><Part><PartNumber>2</PartNumber><ETag>"
                + $"{second}</ETag></Part></CompleteMultipartUpload>");
        completed.Status.ShouldBe(200, completed.Text);
        await bench.DrainAsync();

        (await bench.S3Async("GET", Ireland, "/large")).Text.ShouldBe(large);
        var part = await bench.S3Async("GET", Ireland, "/parts?partNumber=2");
        (part.Text, part.Headers["x-amz-mp-parts-count"]).ShouldBe(("tail", "2"));
        part.Headers["ETag"].ShouldBe((await bench.HeadAsync(Source, "parts")).Headers["ETag"]);
        part.Headers["ETag"].ShouldEndWith("-2\"");
    }

    [Theory]
    [InlineData("<Filter><Prefix>logs/</Prefix></Filter>", "logs/a", "", "COMPLETED")]
    [InlineData("<Filter><Prefix>logs/</Prefix></Filter>", "data/a", "", "none")]
    [InlineData("<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>", "a", "k=v", "COMPLETED")]
    [InlineData("<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>", "a", "k=w", "none")]
    [InlineData(
        "<Filter><And><Prefix>logs/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter>", "logs/a", "k=v&x=y", "COMPLETED")]
    [InlineData("<Filter><And><Prefix>logs/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter>", "data/a", "k=v", "none")]
    public async Task Object_IsReplicated_WhenTheFilterCoversIt(string filter, string key, string tags, string status)
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland, filter: filter));

        await bench.PutAsync(Source, key, headers: tags.Length > 0 ? [("x-amz-tagging", tags)] : []);
        await bench.DrainAsync();

        (await bench.StatusAsync(Source, key)).ShouldBe(status);
        (await bench.StatusAsync(Ireland, key)).ShouldBe(status == "none" ? "absent" : "REPLICA");
    }

    [Fact]
    public async Task Rule_OfTheHighestPriority_DecidesAndADisabledOneDoesNothing()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(
            Source,
            Rule(Ireland, priority: 1, id: "low"),
            Rule(
                Ireland, priority: 2, filter: "<Filter><Prefix>cold/</Prefix></Filter>", id: "high",
                options: "<StorageClass>GLACIER_IR</StorageClass>"),
            Rule(Tokyo, status: "Disabled"));

        await bench.PutAsync(Source, "cold/a");
        await bench.PutAsync(Source, "warm/a");
        await bench.DrainAsync();

        (await bench.HeadAsync(Ireland, "cold/a")).Headers["x-amz-storage-class"].ShouldBe("GLACIER_IR");
        (await bench.HeadAsync(Ireland, "warm/a")).Headers.Keys.ShouldNotContain("x-amz-storage-class");
        (await bench.StatusAsync(Tokyo, "warm/a")).ShouldBe("absent");
    }

    [Fact]
    public async Task Replica_IsNotReplicatedFurther()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland));
        await bench.PutRulesAsync(Ireland, Rule(Tokyo));

        await bench.PutAsync(Source, "a");
        await bench.PutAsync(Ireland, "b");
        await bench.DrainAsync();

        (await bench.StatusAsync(Ireland, "a")).ShouldBe("REPLICA");
        (await bench.StatusAsync(Tokyo, "a")).ShouldBe("absent");
        (await bench.StatusAsync(Tokyo, "b")).ShouldBe("REPLICA");
    }

    [Theory]
    [InlineData(Mark, 404)]
    [InlineData(NoMark, 200)]
    public async Task DeleteMarker_Travels_WhenAsked(string marks, int status)
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland, marks: marks));
        var version = await bench.PutAsync(Source, "a");

        var deleted = await bench.S3Async("DELETE", Source, "/a");
        await bench.DrainAsync();

        var read = await bench.HeadAsync(Ireland, "a");
        read.Status.ShouldBe(status);
        if (status == 404)
        {
            read.Headers["x-amz-version-id"].ShouldBe(deleted.Headers["x-amz-version-id"]);
        }

        (await bench.S3Async("DELETE", Source, $"/a?versionId={version}")).Status.ShouldBe(204);
        await bench.DrainAsync();
        (await bench.StatusAsync(Ireland, "a", version)).ShouldBe("REPLICA");
    }

    [Theory]
    [InlineData(true, true, "later")]
    [InlineData(true, false, "first")]
    [InlineData(false, true, "first")]
    public async Task Tags_ChangedOnAReplica_ComeBackWhenBothEndsAskForIt(bool atSource, bool atReplica, string expected)
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland, criteria: atSource ? Sync : ""));
        await bench.PutRulesAsync(Ireland, Rule(Source, criteria: atReplica ? Sync : ""));
        var version = await bench.PutAsync(Source, "a");
        await bench.DrainAsync();

        await bench.TagAsync(Source, "a", version, "first");
        await bench.DrainAsync();
        (await bench.TagOfAsync(Ireland, "a", version)).ShouldBe("first");
        await bench.TagAsync(Ireland, "a", version, "later");
        await bench.DrainAsync();

        (await bench.TagOfAsync(Source, "a", version)).ShouldBe(expected);
        (await bench.TagOfAsync(Ireland, "a", version)).ShouldBe("later");
        (await bench.StatusAsync(Source, "a")).ShouldBe("COMPLETED");
        (await bench.StatusAsync(Ireland, "a")).ShouldBe("REPLICA");
    }

    [Fact]
    public async Task Writes_ToBothEndsAtOnce_EndInTheSameOrderEverywhere()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland, marks: Mark));
        await bench.PutRulesAsync(Ireland, Rule(Source, marks: Mark));
        await bench.ConditionAsync("us-east-1", "{\"replication\":\"paused\"}");
        await bench.ConditionAsync("eu-west-1", "{\"replication\":\"paused\"}");

        for (var i = 0; i < 4; i++)
        {
            await bench.PutAsync(Source, "a", $"source {i}");
            await bench.PutAsync(Ireland, "a", $"ireland {i}");
        }

        await bench.S3Async("DELETE", Source, "/a");
        await bench.PutAsync(Ireland, "a", "last");
        await bench.AdminAsync("DELETE", "regions");
        await bench.DrainAsync();

        var here = await bench.S3Async("GET", Source, "?versions");
        var there = await bench.S3Async("GET", Ireland, "?versions");
        here.Values("VersionId").Count.ShouldBe(10);
        there.Values("VersionId").ShouldBe(here.Values("VersionId"));
        there.Values("IsLatest").ShouldBe(here.Values("IsLatest"));
        (await bench.S3Async("GET", Source, "/a")).Text.ShouldBe("last");
    }

    [Fact]
    public async Task Version_RemovedWhileItWaits_IsForgottenAndABucketGoesWithItsRules()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland));
        await bench.ConditionAsync("eu-west-1", "{\"state\":\"down\"}");
        var version = await bench.PutAsync(Source, "a");
        (await bench.AdminAsync("GET", "replication")).GetProperty("pending").GetInt64().ShouldBe(1);

        await bench.S3Async("DELETE", Source, $"/a?versionId={version}");

        (await bench.AdminAsync("GET", "replication")).GetProperty("pending").GetInt64().ShouldBe(0);
        (await bench.S3Async("DELETE", Source, "")).Status.ShouldBe(204);
        (await bench.AdminAsync("GET", "replication")).GetProperty("rules").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Reset_EmptiesQueueAndEvents()
    {
        await using var bench = await StartAsync(trust: Iam.IamClient.Trust("arn:aws:iam::111122223333:root"));
        await bench.PutRulesAsync(Source, Rule(Ireland));
        await bench.PutAsync(Source, "a");
        await bench.DrainAsync();
        (await bench.EventsAsync()).ShouldHaveSingleItem();

        await bench.AdminAsync("POST", "reset", "{\"confirm\":\"reset\"}");

        (await bench.EventsAsync()).ShouldBeEmpty();
        (await bench.AdminAsync("GET", "replication")).GetProperty("rules").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Tasks_AreThereAfterARestart()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland));
        await bench.ConditionAsync("eu-west-1", "{\"state\":\"down\"}");
        for (var i = 0; i < 20; i++)
        {
            await bench.PutAsync(Source, $"key-{i}");
        }

        (await bench.StatusAsync(Source, "key-7")).ShouldBe("PENDING");
        await bench.Sandbox.RestartAsync(Cancellation);
        await bench.AdminAsync("DELETE", "regions");
        await bench.DrainAsync();

        (await bench.S3Async("GET", Ireland, "?list-type=2")).Values("Key").Count.ShouldBe(20);
        (await bench.StatusAsync(Source, "key-7")).ShouldBe("COMPLETED");
    }
}
