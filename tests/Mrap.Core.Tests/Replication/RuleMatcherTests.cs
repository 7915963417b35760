using CsCheck;
using Mrap.Core.Replication;
using static Mrap.Core.Tests.Replication.ReplicationSamples;

namespace Mrap.Core.Tests.Replication;

public sealed class RuleMatcherTests
{
    private static readonly ObjectChange s_write = new("logs/1", ObjectChangeKind.Version, []);

    [Fact]
    public void Match_TwoRulesOfOneDestination_TakesTheHigherNumberAndSaysWhyNotTheOther()
    {
        var matcher = new RuleMatcher(Configuration(Rule("low", "bucket-b", 1), Rule("high", "bucket-b", 2, Prefix("logs/"))));

        matcher.Match(s_write).ShouldHaveSingleItem().Rule.Id.ShouldBe("high");
        Verdicts(matcher, s_write).ShouldBe([RuleVerdict.Outranked, RuleVerdict.Replicates]);
    }

    [Fact]
    public void Match_RulesOfTwoDestinations_TakesBoth() =>
        new RuleMatcher(Configuration(Rule("b", "bucket-b", 1), Rule("c", "bucket-c", 1))).Match(s_write)
            .Select(target => target.Bucket.Value).ShouldBe(["bucket-b", "bucket-c"]);

    [Fact]
    public void Match_TheWinnerDecides_EvenWhenALowerRuleWouldReplicate()
    {
        var matcher = new RuleMatcher(
            Configuration(Rule("low", "bucket-b", 1) with { DeleteMarkers = RuleStatus.Enabled }, Rule("high", "bucket-b", 2)));

        matcher.Match(s_write with { Kind = ObjectChangeKind.DeleteMarker }).ShouldBeEmpty();
    }

    [Fact]
    public void Match_DeleteMarker_HasNoTagsAndFollowsItsOption()
    {
        var marker = s_write with { Kind = ObjectChangeKind.DeleteMarker };
        var markers = Rule("m", "bucket-b", 1) with { DeleteMarkers = RuleStatus.Enabled };
        var tags = Rule("t", "bucket-b", 2, new ReplicationFilter.Tag(new("team", "red")));

        new RuleMatcher(Configuration(markers, tags)).Match(marker).ShouldHaveSingleItem().Rule.ShouldBe(markers);
        Verdicts(new(Configuration(Rule("r", "bucket-b", 1))), marker).ShouldBe([RuleVerdict.DeleteMarker]);
    }

    [Fact]
    public void Match_RuleOfTheFirstVersion_ReplicatesDeleteMarkers()
    {
        var legacy = new ReplicationRule(
            "old", new ReplicationFilter.Legacy("logs/"), RuleStatus.Enabled, ReplicationDestination.Of(Bucket("bucket-b")));
        var matcher = new RuleMatcher(Configuration(legacy));

        matcher.Match(s_write with { Kind = ObjectChangeKind.DeleteMarker }).Length.ShouldBe(1);
        matcher.Match(s_write with { Key = "other" }).ShouldBeEmpty();
    }

    [Fact]
    public void Match_Replica_GoesNoFurtherButForItsMetadataWhenAsked()
    {
        var replica = s_write with { IsReplica = true };
        var plain = Rule("p", "bucket-b", 1);
        var synced = Rule("s", "bucket-c", 1) with { ReplicaModifications = RuleStatus.Enabled };
        var matcher = new RuleMatcher(Configuration(plain, synced));

        Verdicts(matcher, replica).ShouldBe([RuleVerdict.Replica, RuleVerdict.Replica]);
        Verdicts(matcher, replica with { Kind = ObjectChangeKind.Metadata })
            .ShouldBe([RuleVerdict.ReplicaModification, RuleVerdict.Replicates]);
    }

    [Fact]
    public void Match_ObjectWithAKey_FollowsItsOption()
    {
        var encrypted = s_write with { IsKmsEncrypted = true };
        var matcher = new RuleMatcher(
            Configuration(Rule("b", "bucket-b", 1), Rule("c", "bucket-c", 1) with { KmsEncryptedObjects = RuleStatus.Enabled }));

        Verdicts(matcher, encrypted).ShouldBe([RuleVerdict.KmsEncrypted, RuleVerdict.Replicates]);
    }

    [Fact]
    public void Match_TagsAndPrefix_MustAllBeThere()
    {
        var matcher = new RuleMatcher(
            Configuration(Rule("r", "bucket-b", 1, new ReplicationFilter.And("logs/", [new("a", "1"), new("b", "2")]))));

        Verdicts(matcher, s_write with { Tags = [new("b", "2"), new("a", "1")] }).ShouldBe([RuleVerdict.Replicates]);
        Verdicts(matcher, s_write with { Tags = [new("a", "1")] }).ShouldBe([RuleVerdict.OtherTags]);
        Verdicts(matcher, s_write with { Key = "log" }).ShouldBe([RuleVerdict.OtherPrefix]);
    }

    [Fact]
    public void Match_RuleThatIsOffOrLeadsNowhere_ReplicatesNothing()
    {
        var off = Rule("off", "bucket-b", 2, status: RuleStatus.Disabled);
        var nowhere = Rule("no", "bucket-b", 3) with { Destination = new ReplicationDestination("arn:aws:s3:::B") };
        var matcher = new RuleMatcher(Configuration(off, nowhere));

        Verdicts(matcher, s_write).ShouldBe([RuleVerdict.Disabled, RuleVerdict.NoDestination]);
        matcher.Destinations.ShouldBeEmpty();
    }

    [Fact]
    public void Match_Anything_SaysWhatItsExplanationSays() => Gen.Select(Configurations, Changes).Sample((configuration, change) =>
    {
        var matcher = new RuleMatcher(configuration);
        var explained = matcher.Explain(change);

        matcher.Match(change).Select(target => target.Rule.Id).Order().ShouldBe(
            explained.Where(rule => rule.Verdict == RuleVerdict.Replicates).Select(rule => rule.Rule.Id).Order());
        matcher.Match(change).Select(target => target.Bucket).ShouldBeUnique();
        explained.Length.ShouldBe(configuration.Rules.Length);
    });

    private static ReplicationFilter.Prefix Prefix(string text) => new(text);

    private static IEnumerable<RuleVerdict> Verdicts(RuleMatcher matcher, ObjectChange change) =>
        matcher.Explain(change).Select(rule => rule.Verdict);
}
