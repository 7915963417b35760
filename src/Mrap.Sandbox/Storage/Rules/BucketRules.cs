using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Rules;

/// <summary>
/// The replication rules of a bucket, ready to be matched. Made when a document is first asked for and kept for as long as its text is.
/// </summary>
internal sealed class BucketRules
{
    /// <summary>The kind of configuration that a bucket's document is stored as.</summary>
    public const string Kind = "replication";

    private static readonly ConditionalWeakTable<string, BucketRules> s_known = [];

    private readonly RuleMatcher _matcher;

    private BucketRules(ReplicationConfiguration configuration)
    {
        Configuration = configuration;
        _matcher = new RuleMatcher(configuration);
    }

    /// <summary>The configuration.</summary>
    public ReplicationConfiguration Configuration { get; }

    /// <summary>The ARN of the role that replicates.</summary>
    public string Role => Configuration.Role!;

    /// <summary>The rules of a document.</summary>
    /// <param name="text">The text as the store holds it; null for none.</param>
    public static BucketRules? Of(string? text) => text is null ? null : s_known.GetValue(text, Parse);

    /// <summary>Where a version that was written is replicated to.</summary>
    public ImmutableArray<ReplicationTarget> OfVersion(ObjectVersion version) =>
        version.Attributes.Headers.TryGetValue("x-amz-storage-class", out var storage) && storage is "GLACIER" or "DEEP_ARCHIVE"
            ? []
            : _matcher.Match(
                new ObjectChange(
                    version.Key, version.IsDeleteMarker ? ObjectChangeKind.DeleteMarker : ObjectChangeKind.Version,
                    Tags(version.Attributes.Tags)));

    /// <summary>Where a change of tags is replicated to.</summary>
    public ImmutableArray<ReplicationTarget> OfChange(string key, ImmutableSortedDictionary<string, string> tags, bool isReplica) =>
        _matcher.Match(new ObjectChange(key, ObjectChangeKind.Metadata, Tags(tags), isReplica));

    /// <summary>The enabled rule that still stands behind a replication; null when there is none any more.</summary>
    /// <param name="id">The rule that asked for it.</param>
    public ReplicationRule? Find(string id, BucketName destination)
    {
        ReplicationRule? other = null;
        foreach (var rule in Configuration.Rules)
        {
            if (rule.IsEnabled && rule.Destination?.Bucket == destination)
            {
                if (rule.Id == id)
                {
                    return rule;
                }

                other ??= rule;
            }
        }

        return other;
    }

    /// <summary>Whether changes made on replicas of this bucket's objects come back from a bucket: both ends must ask for it.</summary>
    public bool TakesChangesOf(BucketName replica) =>
        Configuration.Rules.Any(
            rule => rule.IsEnabled && rule.Destination?.Bucket == replica && rule.ReplicaModifications == RuleStatus.Enabled);

    private static BucketRules Parse(string text) => new(
        ReplicationDocument.Read(XElement.Parse(text, LoadOptions.PreserveWhitespace)) ?? ReplicationConfiguration.None);

    private static ImmutableArray<ReplicationTag> Tags(ImmutableSortedDictionary<string, string> tags) =>
        tags.IsEmpty ? [] : [.. tags.Select(tag => new ReplicationTag(tag.Key, tag.Value))];
}
