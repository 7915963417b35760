using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;
using Mrap.Core.Failover;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Routing;
using Mrap.Core.Tests.Replication;
using Mrap.Core.Tests.Routing;

namespace Mrap.Core.Tests.Failover;

public sealed class ReadinessTests
{
    private static readonly RegionId s_virginia = Samples.Region("us-east-1");
    private static readonly RegionId s_ireland = Samples.Region("eu-west-1");

    [Fact]
    public void Everything_InOrder_IsGoButForTheBacklog()
    {
        var readiness = Judge();

        readiness.Checks.Where(check => check.Verdict != ReadinessVerdict.Go).Select(check => check.Subject)
            .ShouldBe([ReadinessSubject.Backlog]);
        readiness.Verdict.ShouldBe(ReadinessVerdict.Unknown);
    }

    [Fact]
    public void Versioning_OffOnOneSide_IsNoGoThere()
    {
        var check = Judge(bucket => bucket with { IsVersioned = Known(false) }).Of(ReadinessSubject.Versioning);

        check.Verdict.ShouldBe(ReadinessVerdict.NoGo);
        check.Regions.ShouldBe([s_ireland]);
        check.Reason.ShouldContain("bucket-eu-west-1");
    }

    [Fact]
    public void Replication_WithoutTheWayBack_IsNoGo()
    {
        var check = Judge(bucket => bucket with { Replication = Known(ReplicationConfiguration.None) })
            .Of(ReadinessSubject.Replication);

        check.Verdict.ShouldBe(ReadinessVerdict.NoGo);
        check.Reason.ShouldStartWith("No enabled rule replicates from bucket-eu-west-1 to bucket-us-east-1");
    }

    [Fact]
    public void Policy_ThatDiffersInTheBucketsOwnNameAlone_IsTheSame()
    {
        var check = Judge(bucket => bucket with { Policy = Known("{ \"Resource\" : \"arn:aws:s3:::bucket-eu-west-1/*\" }") })
            .Of(ReadinessSubject.Policy);

        check.Verdict.ShouldBe(ReadinessVerdict.Go);
    }

    [Fact]
    public void Policy_OfOneSideAlone_IsNoGo() => Judge(bucket => bucket with { Policy = Known(string.Empty) })
        .Of(ReadinessSubject.Policy).Verdict.ShouldBe(ReadinessVerdict.NoGo);

    [Fact]
    public void Encryption_OfAnotherKind_IsNoGo() => Judge(bucket => bucket with { Encryption = Known("aws:kms") })
        .Of(ReadinessSubject.Encryption).Verdict.ShouldBe(ReadinessVerdict.NoGo);

    [Fact]
    public void Lifecycle_InAnotherOrder_IsTheSame() =>
        Judge(bucket => bucket with { Lifecycle = Known(ImmutableArray.Create("b", "a")) })
            .Of(ReadinessSubject.Lifecycle).Verdict.ShouldBe(ReadinessVerdict.Go);

    [Fact]
    public void Block_ThatDiffers_IsNoGo() => Judge(bucket => bucket with { Block = Known(BlockPublicAccess.AllOff) })
        .Of(ReadinessSubject.BlockPublicAccess).Verdict.ShouldBe(ReadinessVerdict.NoGo);

    [Fact]
    public void WhatCouldNotBeRead_SaysWhy()
    {
        var check = Judge(bucket => bucket with { Encryption = new Fact<string>.Unknown("It is not served.") })
            .Of(ReadinessSubject.Encryption);

        check.Verdict.ShouldBe(ReadinessVerdict.Unknown);
        check.Reason.ShouldBe("It is not served.");
    }

    [Theory]
    [InlineData(RegionHealth.Up, ReadinessVerdict.Go)]
    [InlineData(RegionHealth.Degraded, ReadinessVerdict.NoGo)]
    [InlineData(RegionHealth.Down, ReadinessVerdict.NoGo)]
    public void Health_OfTheTaker_Counts(RegionHealth health, ReadinessVerdict verdict) =>
        Judge(health: FleetHealth.AllUp.With(s_ireland, health)).Of(ReadinessSubject.Health).Verdict.ShouldBe(verdict);

    [Fact]
    public void Health_OfTheRegionThatIsLeft_DoesNotCount() =>
        Judge(health: FleetHealth.AllUp.With(s_virginia, RegionHealth.Down)).Of(ReadinessSubject.Health).Verdict
            .ShouldBe(ReadinessVerdict.Go);

    [Fact]
    public void WithoutAChange_ThePassiveBucketCountsToo()
    {
        var routes = Samples.Table("us-east-1", "eu-west-1!");
        var passive = Bucket(s_ireland, s_virginia) with { Replication = Known(ReplicationConfiguration.None) };

        Readiness.Of(routes, routes, FleetHealth.AllUp, [Bucket(s_virginia, s_ireland), passive])
            .Of(ReadinessSubject.Replication).Verdict.ShouldBe(ReadinessVerdict.NoGo);
    }

    private static Readiness Judge(Func<BucketFacts, BucketFacts>? inIreland = null, FleetHealth? health = null) => Readiness.Of(
        Samples.Table("us-east-1", "eu-west-1!"),
        Samples.Table("us-east-1!", "eu-west-1"),
        health ?? FleetHealth.AllUp,
        [Bucket(s_virginia, s_ireland), (inIreland ?? (bucket => bucket))(Bucket(s_ireland, s_virginia))]);

    private static BucketFacts Bucket(RegionId region, RegionId other) => new(
        new MemberBucket(Samples.Bucket(region), region, AccountId.Parse("111122223333").Value),
        Known(true),
        Known(BlockPublicAccess.AllOn),
        Known($"{{\"Resource\":\"arn:aws:s3:::bucket-{region}/*\"}}"),
        Known("AES256"),
        Known(ImmutableArray.Create("a", "b")),
        Known(ReplicationSamples.Configuration(ReplicationSamples.Rule("r", Samples.Bucket(other).Value, 1))));

    private static Fact<T> Known<T>(T value) => new Fact<T>.Known(value);
}

file static class Checks
{
    public static ReadinessCheck Of(this Readiness readiness, ReadinessSubject subject) =>
        readiness.Checks.Single(check => check.Subject == subject);
}
