using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mrap.Core.Facts;
using Mrap.Core.Replication;

namespace Mrap.Core.Failover;

/// <summary>What must hold of the buckets on both sides.</summary>
internal static class ReadinessRules
{
    /// <summary>Versioning is enabled in every bucket (Amazon S3 User Guide, "Requirements for replication").</summary>
    public static ReadinessCheck Versioning(FailoverSides sides)
    {
        var off = sides.All.Where(bucket => bucket.IsVersioned is Fact<bool>.Known { Value: false }).ToImmutableArray();
        return off.IsEmpty
            ? UnknownOf(ReadinessSubject.Versioning, sides.All, bucket => bucket.IsVersioned)
                ?? Go(ReadinessSubject.Versioning, "Versioning is enabled in every bucket.")
            : NoGo(
                ReadinessSubject.Versioning,
                $"Versioning is not enabled in {Buckets(off)}: nothing replicates from or to it.",
                off);
    }

    /// <summary>
    /// A rule leads from each side to the other: without the way there objects are missing, without the way back what is written during the
    /// failover stays there.
    /// </summary>
    public static ReadinessCheck Replication(FailoverSides sides)
    {
        if (UnknownOf(ReadinessSubject.Replication, sides.All, bucket => bucket.Replication) is { } unknown)
        {
            return unknown;
        }

        var missing = sides.Pairs
            .SelectMany(pair => new[] { pair, (From: pair.To, To: pair.From) })
            .Where(way => !new RuleMatcher(Value(way.From.Replication)).Destinations.Contains(way.To.Member.Bucket))
            .ToImmutableArray();
        return missing.IsEmpty
            ? Go(ReadinessSubject.Replication, "Rules replicate what is written on either side to the other.")
            : NoGo(
                ReadinessSubject.Replication,
                $"No enabled rule replicates from {missing[0].From.Member.Bucket} to {missing[0].To.Member.Bucket}"
                    + (missing.Length > 1 ? $", and {missing.Length - 1} more ways are missing: " : ": ")
                    + "clients will not find what was written there.",
                [.. missing.Select(way => way.From).Distinct()]);
    }

    /// <summary>Block Public Access agrees.</summary>
    public static ReadinessCheck BlockPublicAccess(FailoverSides sides) => Same(
        ReadinessSubject.BlockPublicAccess, sides, bucket => bucket.Block, (a, b) => a == b,
        "Block Public Access is the same in every bucket.", "Block Public Access differs");

    /// <summary>The policies agree but for the names of their own buckets.</summary>
    public static ReadinessCheck Policy(FailoverSides sides) => Same(
        ReadinessSubject.Policy, sides, bucket => Neutral(bucket), (a, b) => a == b,
        "The buckets' policies are the same, but for their own names.", "The policies differ");

    /// <summary>Default encryption is of the same kind.</summary>
    public static ReadinessCheck Encryption(FailoverSides sides) => Same(
        ReadinessSubject.Encryption, sides, bucket => bucket.Encryption, (a, b) => a == b,
        "New objects are encrypted in the same way in every bucket.", "Default encryption differs");

    /// <summary>Lifecycle rules agree.</summary>
    public static ReadinessCheck Lifecycle(FailoverSides sides) => Same(
        ReadinessSubject.Lifecycle, sides, bucket => bucket.Lifecycle,
        (a, b) => a.Order(StringComparer.Ordinal).SequenceEqual(b.Order(StringComparer.Ordinal)),
        "Lifecycle rules are the same in every bucket.", "Lifecycle rules differ");

    private static ReadinessCheck Same<T>(
        ReadinessSubject subject, FailoverSides sides, Func<BucketFacts, Fact<T>> fact, Func<T, T, bool> areSame, string same,
        string different)
    {
        foreach (var (from, to) in sides.Pairs)
        {
            if (fact(from) is Fact<T>.Known a && fact(to) is Fact<T>.Known b && !areSame(a.Value, b.Value))
            {
                return NoGo(
                    subject, $"{different} between {from.Member.Bucket} and {to.Member.Bucket}: the same request may end differently.",
                    [from, to]);
            }
        }

        return UnknownOf(subject, sides.All, fact) ?? Go(subject, same);
    }

    private static ReadinessCheck? UnknownOf<T>(
        ReadinessSubject subject, ImmutableArray<BucketFacts> buckets, Func<BucketFacts, Fact<T>> fact) =>
        buckets.Select(fact).OfType<Fact<T>.Unknown>().FirstOrDefault() is { } unknown
            ? new ReadinessCheck(subject, ReadinessVerdict.Unknown, unknown.Why, [])
            : null;

    private static ReadinessCheck Go(ReadinessSubject subject, string reason) => new(subject, ReadinessVerdict.Go, reason, []);

    private static ReadinessCheck NoGo(ReadinessSubject subject, string reason, ImmutableArray<BucketFacts> buckets) =>
        new(subject, ReadinessVerdict.NoGo, reason, [.. buckets.Select(bucket => bucket.Member.Region).Distinct().Order()]);

    private static string Buckets(ImmutableArray<BucketFacts> buckets) =>
        string.Join(", ", buckets.Select(bucket => bucket.Member.Bucket.Value));

    private static T Value<T>(Fact<T> fact) => ((Fact<T>.Known)fact).Value;

    // White space and the order of a policy's own text say nothing; its bucket's name must differ.
    private static Fact<string> Neutral(BucketFacts bucket)
    {
        if (bucket.Policy is not Fact<string>.Known { Value.Length: > 0 } policy)
        {
            return bucket.Policy;
        }

        try
        {
            var text = JsonNode.Parse(policy.Value)?.ToJsonString() ?? string.Empty;
            return new Fact<string>.Known(text.Replace($":{bucket.Member.Bucket}", ":{bucket}", StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            return policy;
        }
    }
}
