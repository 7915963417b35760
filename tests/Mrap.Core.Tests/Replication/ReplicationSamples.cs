using System.Collections.Immutable;
using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;

namespace Mrap.Core.Tests.Replication;

internal static class ReplicationSamples
{
    public const string Role = "arn:aws:iam::111122223333:role/service-role/s3-replication";

    public static BucketName Source { get; } = Bucket("bucket-a");

    private static readonly ImmutableArray<string> s_prefixes = ["", "a", "ab", "b"];
    private static readonly ImmutableArray<ReplicationTag> s_tags = [new("team", "red"), new("team", "blue"), new("keep", "yes")];

    public static Gen<string> Keys { get; } = Gen.OneOf("a", "ab", "abc", "b", "ba", "c");

    public static Gen<ImmutableArray<ReplicationTag>> TagSets { get; } = Gen.Bool.Array[s_tags.Length]
        .Select(chosen => s_tags.Where((_, i) => chosen[i]).ToImmutableArray());

    public static Gen<ObjectChange> Changes { get; } = Gen.Select(
        Keys, Gen.Enum<ObjectChangeKind>(), TagSets, Gen.Bool, Gen.Bool,
        (key, kind, tags, isReplica, isKms) =>
            new ObjectChange(key, kind, kind == ObjectChangeKind.DeleteMarker ? [] : tags, isReplica, isKms));

    public static Gen<ReplicationFilter> Filters { get; } = Gen.OneOf<ReplicationFilter>(
        Gen.Const<ReplicationFilter>(new ReplicationFilter.Everything()),
        Gen.OneOf(s_prefixes.ToArray()).Select(prefix => (ReplicationFilter)new ReplicationFilter.Prefix(prefix)),
        Gen.OneOf(s_tags.ToArray()).Select(tag => (ReplicationFilter)new ReplicationFilter.Tag(tag)),
        Gen.Select(Gen.OneOf(s_prefixes.ToArray()), Gen.OneOf(s_tags.ToArray()),
            (prefix, tag) => (ReplicationFilter)new ReplicationFilter.And(prefix, [tag])));

    public static Gen<ReplicationConfiguration> Configurations { get; } = Gen.OneOf(Rules(12), LegacyRules());

    public static BucketName Bucket(string name) => BucketName.Parse(name).Value;

    public static ReplicationRule Rule(
        string id, string destination, int priority, ReplicationFilter? filter = null, RuleStatus status = RuleStatus.Enabled) =>
        new(id, filter ?? new ReplicationFilter.Everything(), status, ReplicationDestination.Of(Bucket(destination)))
        {
            Priority = priority,
            DeleteMarkers = RuleStatus.Disabled,
        };

    public static ReplicationConfiguration Configuration(params ImmutableArray<ReplicationRule> rules) => new(Role, rules);

    private static Gen<ReplicationConfiguration> Rules(int most) => Gen.Select(
        Filters, Gen.OneOf("bucket-b", "bucket-c", "bucket-x"), Gen.Enum<RuleStatus>(), Gen.Bool, Gen.Bool,
        (filter, destination, status, markers, modifications) => Rule("", destination, 0, filter, status) with
        {
            DeleteMarkers = RuleStatusText.Of(markers && filter.AllTags.IsEmpty),
            ReplicaModifications = RuleStatusText.Of(modifications),
        }).Array[0, most].SelectMany(rules => Gen.Int[0, 5].Array[rules.Length].Select(gaps => Number(rules, gaps)));

    private static Gen<ReplicationConfiguration> LegacyRules() => Gen.Bool.Array[s_prefixes.Length - 1].Select(
        chosen => Configuration(
            [
                .. s_prefixes.Skip(1).Where((_, i) => chosen[i]).Select(
                    (prefix, i) => new ReplicationRule(
                        $"old-{i}", new ReplicationFilter.Legacy(prefix), RuleStatus.Enabled,
                        ReplicationDestination.Of(Bucket("bucket-x")))),
            ]));

    private static ReplicationConfiguration Number(ReplicationRule[] rules, int[] gaps)
    {
        var priority = 0;
        return Configuration(
            [.. rules.Select((rule, i) => rule with { Id = $"rule-{i}", Priority = priority += gaps[i] + 1 })]);
    }
}
