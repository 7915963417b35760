using System.Collections.Immutable;
using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;
using static Mrap.Core.Tests.Replication.ReplicationSamples;

namespace Mrap.Core.Tests.Replication;

public sealed class RuleMergeTests
{
    private const string NewRole = "arn:aws:iam::111122223333:role/service-role/new";

    private static readonly Gen<ImmutableArray<DesiredRule>> s_wishes = Gen.Select(
        Gen.OneOf("bucket-b", "bucket-c"), Filters, Gen.Bool, Gen.Bool, Gen.Bool,
        (destination, filter, isEnabled, markers, time) => new DesiredRule(
            Source, Bucket(destination),
            new ReplicationOptions
            {
                Scope = ReplicationScope.Of(filter),
                IsEnabled = isEnabled,
                DeleteMarkers = markers && filter.AllTags.IsEmpty,
                TimeControl = time,
            })).Array[0, 4].Select(wishes => wishes.ToImmutableArray());

    private static readonly Gen<(ReplicationConfiguration Before, ImmutableArray<DesiredRule> Wishes, MergeMode Mode)> s_merges =
        Gen.Select(Configurations, s_wishes, Gen.Enum<MergeMode>());

    [Fact]
    public void Merge_AnyRulesIntoAny_IsValidWithUniquePrioritiesAndIds() => s_merges.Sample((before, wishes, mode) =>
    {
        var after = RuleMerge.Merge(before, wishes, NewRole, mode).Configuration;

        if (!wishes.IsEmpty)
        {
            ReplicationRules.Check(after, Source).ShouldBeEmpty();
            after.Rules.Select(rule => rule.Priority).ShouldBeUnique();
            after.Rules.Select(rule => rule.Id).ShouldBeUnique();
            after.Role.ShouldBe(NewRole);
        }
    });

    [Fact]
    public void Merge_AnyRules_LeavesWhereOthersLeadAsItWas() =>
        Gen.Select(Configurations, s_wishes, Changes).Sample((before, wishes, change) =>
    {
        var after = RuleMerge.Merge(before, wishes, NewRole, MergeMode.Keep).Configuration;
        var asked = wishes.Where(wish => wish.Options.Scope.Filter.Covers(change.Key, change.Tags)).Select(wish => wish.Destination);

        Unasked(after).ShouldBe(Unasked(before));

        IEnumerable<(BucketName, string?)> Unasked(ReplicationConfiguration configuration) => new RuleMatcher(configuration)
            .Match(change).Where(target => !asked.Contains(target.Bucket)).Select(target => (target.Bucket, target.Rule.Id)).Order();
    });

    [Fact]
    public void Merge_AWishThatIsOn_DecidesAboutWhatItCoversUnlessTheRuleWasThere() =>
        Gen.Select(Configurations, s_wishes, Keys).Sample((before, wishes, key) =>
    {
        var merged = RuleMerge.Merge(before, wishes, NewRole, MergeMode.Keep);
        var added = merged.Changes.Where(change => change.Kind == RuleChangeKind.Added).Select(change => change.After!).ToList();
        var change = new ObjectChange(key, ObjectChangeKind.Version, []);

        var matched = new RuleMatcher(merged.Configuration).Match(change);

        foreach (var rule in added.Where(rule => rule.IsEnabled && rule.Filter!.Covers(key, [])))
        {
            matched.Single(target => target.Bucket == rule.Destination!.Bucket).Rule.ShouldSatisfyAllConditions(
                winner => added.ShouldContain(winner), winner => winner.Priority.ShouldNotBeNull());
        }
    });

    [Fact]
    public void Merge_Twice_ChangesNothingTheSecondTime() => s_merges.Sample((before, wishes, mode) =>
    {
        var once = RuleMerge.Merge(before, wishes, NewRole, mode).Configuration;
        var twice = RuleMerge.Merge(once, wishes, NewRole, mode);

        twice.Configuration.ShouldBe(once);
        twice.Changes.ShouldAllBe(change => change.Kind == RuleChangeKind.Kept);
    });

    [Fact]
    public void Merge_Changes_TellOfEveryRuleOnce() => s_merges.Sample((before, wishes, mode) =>
    {
        var merged = RuleMerge.Merge(before, wishes, NewRole, mode);

        merged.Changes.Where(change => change.Before is not null).Select(change => change.Before!).ShouldBe(before.Rules);
        merged.Changes.Where(change => change.After is not null).Select(change => change.After!).ShouldBe(merged.Configuration.Rules);
    });

    [Fact]
    public void Merge_RulesThatShareANumber_AreRenumberedInTheirOrder()
    {
        var before = Configuration(Rule("b", "bucket-b", 5), Rule("x", "bucket-x", 5), Rule("y", "bucket-x", 2, Prefix("a")));

        var merged = RuleMerge.Merge(before, [Wish("bucket-c")], NewRole, MergeMode.Keep);

        merged.Configuration.Rules.Select(rule => (rule.Id, rule.Priority))
            .ShouldBe([("b", 3), ("x", 2), ("y", 1), ("to-bucket-c", 4)]);
        merged.Changes.Select(change => change.Kind).ShouldBe(
            [RuleChangeKind.Renumbered, RuleChangeKind.Renumbered, RuleChangeKind.Renumbered, RuleChangeKind.Added]);
    }

    [Fact]
    public void Merge_RulesThatCanKeepTheirNumber_Do()
    {
        var merged = RuleMerge.Merge(
            Configuration(Rule("to-bucket-c", "bucket-x", 7)), [Wish("bucket-c")], NewRole, MergeMode.Keep);

        merged.Configuration.Rules.Select(rule => (rule.Id, rule.Priority)).ShouldBe([("to-bucket-c", 7), ("to-bucket-c-2", 8)]);
    }

    [Fact]
    public void Merge_WithTheLargestNumber_MakesRoom() => RuleMerge.Merge(
            Configuration(Rule("max", "bucket-x", int.MaxValue)), [Wish("bucket-c")], NewRole, MergeMode.Keep)
        .Configuration.Rules.Select(rule => rule.Priority).ShouldBe([1, 2]);

    [Fact]
    public void Merge_ARuleOfTheSameScope_ChangesItInPlaceAndKeepsWhatNobodyAskedAbout()
    {
        var rule = Rule("mine", "bucket-b", 9);
        rule = rule with { Destination = rule.Destination! with { StorageClass = "STANDARD_IA" } };

        var merged = RuleMerge.Merge(
            Configuration(rule), [Wish("bucket-b", new ReplicationOptions { TimeControl = true })], NewRole, MergeMode.Keep);

        var after = merged.Configuration.Rules.ShouldHaveSingleItem();
        merged.Changes.ShouldHaveSingleItem().Kind.ShouldBe(RuleChangeKind.Changed);
        (after.Id, after.Priority, after.Destination!.StorageClass, after.Destination.Metrics)
            .ShouldBe(("mine", 9, "STANDARD_IA", ReplicationMetricsOption.WithTimeControl));
    }

    [Fact]
    public void Merge_OldRules_AreConvertedWithTheirMeaning()
    {
        var old = new ReplicationRule(
            "old", new ReplicationFilter.Legacy("logs/"), RuleStatus.Enabled, ReplicationDestination.Of(Bucket("bucket-x")));

        var merged = RuleMerge.Merge(Configuration(old), [Wish("bucket-b")], NewRole, MergeMode.Keep);

        merged.Changes.Select(change => change.Kind).ShouldBe([RuleChangeKind.Converted, RuleChangeKind.Added]);
        merged.Configuration.Rules[0].DeleteMarkers.ShouldBe(RuleStatus.Enabled);
    }

    [Fact]
    public void Merge_Replacing_RemovesTheOthers()
    {
        var before = Configuration(Rule("x", "bucket-x", 1), Rule("b", "bucket-b", 2));

        RuleMerge.Merge(before, [Wish("bucket-b")], NewRole, MergeMode.Replace).Changes.Select(change => change.Kind)
            .ShouldBe([RuleChangeKind.Removed, RuleChangeKind.Kept]);
        RuleMerge.Merge(before, [], NewRole, MergeMode.Replace).Configuration.ShouldBe(before);
    }

    [Fact]
    public void Edits_OfOneRule_LeaveTheOthers()
    {
        var before = Configuration(Rule("a", "bucket-b", 1), Rule("b", "bucket-c", 2));

        RuleEdits.Remove(before, "a").Configuration.Rules.ShouldHaveSingleItem().Id.ShouldBe("b");
        RuleEdits.Remove(before, "a", "b").Configuration.ShouldBe(ReplicationConfiguration.None);
        RuleEdits.SetStatus(before, "b", RuleStatus.Disabled).Configuration.Rules.Select(rule => rule.IsEnabled).ShouldBe([true, false]);
        RuleEdits.Replace(before, "b", Rule("c", "bucket-c", 3)).Changes.Select(change => change.Kind)
            .ShouldBe([RuleChangeKind.Kept, RuleChangeKind.Changed]);
    }

    [Fact]
    public void Template_AmongAll_LeadsFromEachToEveryOther() =>
        ReplicationTemplate.Among([Bucket("bucket-a"), Bucket("bucket-b"), Bucket("bucket-c")], new() { ReplicaModifications = true })
            .Select(rule => $"{rule.Source}>{rule.Destination}{(rule.Options.ReplicaModifications ? "+" : "")}").ShouldBe(
            [
                "bucket-a>bucket-b+", "bucket-a>bucket-c+", "bucket-b>bucket-a+", "bucket-b>bucket-c+", "bucket-c>bucket-a+",
                "bucket-c>bucket-b+",
            ]);

    [Fact]
    public void Template_OneWay_SendsChangesBackOnlyWhereTheRulesLeadBack() =>
        ReplicationTemplate.OneWay(
                [Bucket("bucket-a"), Bucket("bucket-b")], [Bucket("bucket-b"), Bucket("bucket-a"), Bucket("bucket-c")],
                new() { ReplicaModifications = true })
            .Select(rule => $"{rule.Source}>{rule.Destination}{(rule.Options.ReplicaModifications ? "+" : "")}")
            .ShouldBe(["bucket-a>bucket-b+", "bucket-a>bucket-c", "bucket-b>bucket-a+", "bucket-b>bucket-c"]);

    [Fact]
    public void Options_DeleteMarkersOfATagScope_SayWhyNot() =>
        new ReplicationOptions { DeleteMarkers = true, Scope = new("logs/", new ReplicationTag("a", "b")) }.Fault.ShouldNotBeNull();

    private static ReplicationFilter.Prefix Prefix(string text) => new(text);

    private static DesiredRule Wish(string destination, ReplicationOptions? options = null) =>
        new(Source, Bucket(destination), options ?? new ReplicationOptions());
}
