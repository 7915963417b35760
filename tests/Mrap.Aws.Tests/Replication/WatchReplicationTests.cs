using Mrap.Aws.Buckets;
using Mrap.Aws.Connections;
using Mrap.Aws.Replication;
using Mrap.Aws.Sandbox;
using Mrap.Aws.Tests.EndToEnd;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.Tests.Replication;

public sealed class WatchReplicationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Object_WhoseRoleIsNotThere_IsAmongWhatFailed()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var (from, to, region) = (Bucket("watched-a"), Bucket("watched-b"), RegionId.Parse("eu-west-1").Value);
        foreach (var bucket in (BucketName[])[from, to])
        {
            (await console.Get<CreateBucket>().ExecuteAsync(bucket, region, enableVersioning: true, Cancellation)).Fault.ShouldBeNull();
        }

        var s3 = console.Get<AwsClients>().S3(region);
        await s3.PutBucketReplicationAsync(
            new()
            {
                BucketName = from.Value,
                Configuration = new()
                {
                    Role = "arn:aws:iam::111122223333:role/nobody",
                    Rules =
                    [
                        new()
                        {
                            Id = "broken", Priority = 1, Filter = new() { Prefix = "" }, Status = "Enabled",
                            DeleteMarkerReplication = new() { Status = "Disabled" }, Destination = new() { BucketArn = to.Arn },
                        },
                    ],
                },
            },
            Cancellation);
        await s3.PutObjectAsync(new() { BucketName = from.Value, Key = "a key+with/signs", ContentBody = "text" }, Cancellation);

        (await console.Get<SandboxControl>().GetAsync<Dictionary<string, object>>("replication?wait=60", "Not read.", Cancellation))
            .Fault.ShouldBeNull();

        var seen = (await console.Get<WatchReplication>().ExecuteAsync(Cancellation)).Value;
        var failure = seen.Failed.ShouldHaveSingleItem();
        (failure.Bucket, failure.Key, failure.RuleId, failure.Destination).ShouldBe((from, "a key+with/signs", "broken", to));
        failure.Reason.ShouldBe("AssumeRoleNotPermitted");
        seen.Rules.ShouldContain(rule => rule.RuleId == "broken" && rule.Failed == 1);
    }

    private static BucketName Bucket(string name) => BucketName.Parse(name).Value;
}
