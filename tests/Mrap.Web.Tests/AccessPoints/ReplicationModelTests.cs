using System.Collections.Immutable;
using Mrap.Aws.Replication;
using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;
using Mrap.Web.Components.AccessPoints.Replication;
using Mrap.Web.Components.Map;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.AccessPoints;

public sealed class ReplicationModelTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly MemberBucket s_a = Member("media-a", "us-east-1");
    private static readonly MemberBucket s_b = Member("media-b", "eu-west-1");
    private static readonly MemberBucket s_c = Member("media-c", "ap-southeast-2");
    private static readonly AccessPointName s_name = AccessPointName.Parse("media").Value;

    [Fact]
    public void Rules_BothWays_AreTwoWay_AndDisabledOnesAreNot()
    {
        var model = ReplicationModel.Of(
            [Bucket(s_a, Rule("to-b", s_b), Rule("to-c", s_c)), Bucket(s_b, Rule("to-a", s_a)), Bucket(s_c, Off("to-a", s_a))],
            watch: null);

        model.Between(s_a, s_b).IsTwoWay.ShouldBeTrue();
        model.Between(s_a, s_c).IsTwoWay.ShouldBeFalse();
        model.Between(s_c, s_a).IsOn.ShouldBeFalse();
        model.Between(s_b, s_c).First.ShouldBeNull();
        model.CountOn.ShouldBe(3);
        model.Find(new RuleAddress(s_c.Bucket, "to-a")).ShouldNotBeNull().DestinationName.ShouldBe("N. Virginia");
    }

    [Fact]
    public void Bucket_ThatWasNotRead_IsNamedWithTheReason()
    {
        var model = ReplicationModel.Of(
            [Bucket(s_a, Rule("to-b", s_b)), Bucket(s_b) with { Configuration = new Fact<ReplicationConfiguration>.Unknown("No.") }],
            watch: null);

        model.Unread.ShouldHaveSingleItem().ShouldBe((s_b, "No."));
        model.Rows.ShouldHaveSingleItem().IsTwoWay.ShouldBeFalse();
    }

    [Fact]
    public void Arcs_TellWhatIsOffAndWhatIsLate()
    {
        var watch = new ReplicationWatch(
            [new RuleBacklog(s_a.Bucket, "to-b", s_b.Bucket, 3, s_now - TimeSpan.FromSeconds(12), 0)], []);
        var model = ReplicationModel.Of(
            [Bucket(s_a, Rule("to-b", s_b)), Bucket(s_b, Rule("to-a", s_a)), Bucket(s_c, Off("to-a", s_a))], watch);

        var arcs = ReplicationScene.Arcs(s_name, model, s_now);

        arcs.Select(arc => (arc.Id, arc.State)).ShouldBe(
        [
            ("us-east-1>eu-west-1", MapArcState.Lagging), ("eu-west-1>us-east-1", MapArcState.Flowing),
            ("ap-southeast-2>us-east-1", MapArcState.Stopped),
        ]);
        arcs[0].Title.ShouldBe("N. Virginia to Ireland: 1 rule, 12 s behind");
        arcs[0].Url.ShouldBe("/access-points/media/replication?rule=media-a%2Fto-b");
    }

    [Fact]
    public void Wizard_WithNothingSaid_IsAmongAllOrFromTheFirst()
    {
        ImmutableArray<MemberBucket> members = [s_a, s_b, s_c];

        WizardBuckets.Of(ReplicationWizardState.None, members).Desired.Length.ShouldBe(6);
        var oneWay = WizardBuckets.Of(ReplicationWizardState.None with { Template = ReplicationPattern.OneWay }, members);
        oneWay.Desired.Select(rule => (rule.Source, rule.Destination)).ShouldBe([(s_a.Bucket, s_b.Bucket), (s_a.Bucket, s_c.Bucket)]);
        oneWay.IsTwoWay.ShouldBeFalse();
        WizardBuckets.Of(oneWay.WithSource(s_b, isChosen: true), members).IsTwoWay.ShouldBeFalse();
    }

    [Fact]
    public void Wizard_WithABucketTakenAway_SaysWhatIsMissing_AndGoesNoFurther()
    {
        ImmutableArray<MemberBucket> members = [s_a, s_b];

        var model = WizardBuckets.Of(WizardBuckets.Of(ReplicationWizardState.None, members).WithSource(s_a, isChosen: false), members);

        model.FaultOf(ReplicationStep.Buckets).ShouldBe("Choose two buckets at least.");
        model.Furthest.ShouldBe(ReplicationStep.Buckets);
        var none = WizardBuckets.Of(model.WithSource(s_b, isChosen: false), members);
        none.Sources.ShouldBeEmpty();
    }

    [Fact]
    public void Words_SayTheScopeAndWhatIsOn()
    {
        var rule = RuleEdits.Revise(
            Rule("r", s_b),
            new ReplicationOptions
            {
                Scope = new("logs/", new ReplicationTag("team", "a")),
                TimeControl = true,
                ReplicaModifications = true,
            },
            priority: 1);

        RuleWords.Scope(rule).ShouldBe("Keys that begin with logs/, tagged team = a");
        RuleWords.OptionText(rule).ShouldBe("Time control, Changes of replicas");
        RuleWords.OptionText(Off("r", s_b), withStatus: true).ShouldBe("Disabled");
        RuleWords.Summary([new(null, rule), new(rule, rule), new(null, rule)]).ShouldBe("1 kept, 2 added");
    }

    [Theory]
    [InlineData("DstPutObjectNotPermitted", "s3:ReplicateObject")]
    [InlineData("AssumeRoleNotPermitted", "sts:AssumeRole")]
    [InlineData("DstBucketUnversioned", null)]
    [InlineData("SomethingNew", null)]
    public void Failure_NamesThePermissionThatIsMissing(string reason, string? permission)
    {
        FailureWords.Of(reason).Permission.ShouldBe(permission);
        FailureWords.Of(reason).Text.ShouldNotBeEmpty();
    }

    private static MemberBucket Member(string bucket, string region) =>
        new(BucketName.Parse(bucket).Value, RegionId.Parse(region).Value, AccountId.Parse("111122223333").Value);

    private static ReplicationRule Rule(string id, MemberBucket destination) =>
        new(id, new ReplicationFilter.Prefix(string.Empty), RuleStatus.Enabled, ReplicationDestination.Of(destination.Bucket))
        {
            Priority = 1,
        };

    private static ReplicationRule Off(string id, MemberBucket destination) => Rule(id, destination) with { Status = RuleStatus.Disabled };

    private static BucketReplication Bucket(MemberBucket member, params ImmutableArray<ReplicationRule> rules) => new(
        member, new Fact<ReplicationConfiguration>.Known(new ReplicationConfiguration("role", rules)), new Fact<bool>.Known(true),
        new Fact<bool>.Known(false), new Fact<bool>.Known(false), new Fact<string>.Known(string.Empty));
}
