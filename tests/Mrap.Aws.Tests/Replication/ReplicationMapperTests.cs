using System.Text.Json;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Replication;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Rules = Mrap.Core.Replication;

namespace Mrap.Aws.Tests.Replication;

public sealed class ReplicationMapperTests
{
    private static readonly Rules.ReplicationRule s_plain = new(
        "plain", new Rules.ReplicationFilter.Prefix(""), RuleStatus.Enabled, new Rules.ReplicationDestination("arn:aws:s3:::bucket-b"))
    {
        Priority = 0,
        DeleteMarkers = RuleStatus.Disabled,
    };

    public static TheoryData<string> Filters => ["legacy", "everything", "prefix", "tag", "and", "tags"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Configuration_PutAndReadThroughTheSdk_StaysTheSame(string filter)
    {
        await using var server = await ReplicationServer.StartAsync();
        using var console = new ConsoleServices(server.Port);
        var s3 = console.Get<AwsClients>().S3(RegionCatalog.Default);
        var put = new Rules.ReplicationConfiguration("arn:aws:iam::111122223333:role/r", [Rule(filter), Full(filter)]);

        await s3.PutBucketReplicationAsync(
            new PutBucketReplicationRequest { BucketName = "bucket-a", Configuration = ReplicationMapper.Write(put) }, Cancellation);
        var got = await s3.GetBucketReplicationAsync(new GetBucketReplicationRequest { BucketName = "bucket-a" }, Cancellation);

        ReplicationMapper.Read(got.Configuration).ShouldBe(put);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Configuration_OfTheCommand_IsJsonInOneLine(string filter)
    {
        var text = ReplicationCli.Json(new Rules.ReplicationConfiguration("role", [Rule(filter), Full(filter)]));

        text.ShouldNotContain('\n');
        using var json = JsonDocument.Parse(text);
        var rule = json.RootElement.GetProperty("Rules")[1];
        rule.GetProperty("Destination").GetProperty("Metrics").GetProperty("EventThreshold").GetProperty("Minutes").GetInt32().ShouldBe(15);
        rule.TryGetProperty("Filter", out _).ShouldBe(filter != "legacy");
    }

    private static Rules.ReplicationRule Rule(string filter) => s_plain with { Filter = Filter(filter) };

    private static Rules.ReplicationRule Full(string filter) => Rule(filter) with
    {
        Id = "full",
        Priority = 7,
        ReplicaModifications = RuleStatus.Enabled,
        KmsEncryptedObjects = RuleStatus.Enabled,
        Destination = new Rules.ReplicationDestination("arn:aws:s3:::bucket-b")
        {
            Account = "444455556666",
            StorageClass = "GLACIER_IR",
            Owner = "Destination",
            ReplicaKmsKeyId = "arn:aws:kms:eu-west-1:444455556666:key/k",
            Time = ReplicationTimeControl.On,
            Metrics = ReplicationMetricsOption.WithTimeControl,
        },
    };

    private static Rules.ReplicationFilter Filter(string filter) => filter switch
    {
        "legacy" => new Rules.ReplicationFilter.Legacy("logs/"),
        "everything" => new Rules.ReplicationFilter.Everything(),
        "prefix" => new Rules.ReplicationFilter.Prefix("logs/"),
        "tag" => new Rules.ReplicationFilter.Tag(new("k", "v")),
        "and" => new Rules.ReplicationFilter.And("logs/", [new("k", "v")]),
        "tags" => new Rules.ReplicationFilter.And(null, [new("k", "v"), new("l", "w")]),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };
}
