using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Arns;

namespace Mrap.Core.Replication;

/// <summary>
/// What S3 checks when a replication configuration is put (Amazon S3 API Reference, "PutBucketReplication"; Amazon S3 User Guide,
/// "Replication configuration file elements"). It checks neither what the role may do, nor keys, nor policies of destinations: objects fail
/// one by one then.
/// </summary>
public static class ReplicationRules
{
    /// <summary>The most rules of a configuration.</summary>
    public const int MaxRules = 1000;

    /// <summary>The most bytes of a configuration's XML.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>The most characters of a rule's identifier.</summary>
    public const int MaxIdLength = 255;

    /// <summary>The most characters of a prefix.</summary>
    public const int MaxPrefixLength = 1024;

    private const string RolePrefix = "role/";

    /// <summary>Checks all that the configuration itself tells.</summary>
    /// <param name="configuration">The configuration as it was sent.</param>
    /// <param name="source">The bucket it is put to.</param>
    /// <returns>The broken rules, of which S3 reports the first; empty when it is valid.</returns>
    public static ImmutableArray<ReplicationFinding> Check(ReplicationConfiguration configuration, BucketName source)
    {
        if (configuration.Role is null || configuration.Rules.IsEmpty)
        {
            return [new(ReplicationFaults.MalformedXml())];
        }

        var findings = ImmutableArray.CreateBuilder<ReplicationFinding>();
        if (CheckRole(configuration.Role) is { } role)
        {
            findings.Add(role);
        }

        if (configuration.Rules.Length > MaxRules)
        {
            findings.Add(new(ReplicationFaults.TooManyRules()));
            return findings.ToImmutable();
        }

        for (var i = 0; i < configuration.Rules.Length; i++)
        {
            findings.AddRange(RuleChecks.Of(configuration, i, source));
        }

        findings.AddRange(AmongRules(configuration));
        return findings.ToImmutable();
    }

    /// <summary>Checks what the buckets tell.</summary>
    /// <param name="configuration">A configuration that breaks no rule of <see cref="Check"/>.</param>
    /// <param name="isSourceVersioned">Whether versioning is enabled in the bucket it is put to.</param>
    /// <param name="find">Finds a destination; null when there is no such bucket.</param>
    /// <returns>The broken rules, of which S3 reports the first; empty when it is valid.</returns>
    public static ImmutableArray<ReplicationFinding> CheckBuckets(
        ReplicationConfiguration configuration, bool isSourceVersioned, Func<BucketName, DestinationState?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var findings = ImmutableArray.CreateBuilder<ReplicationFinding>();
        if (!isSourceVersioned)
        {
            findings.Add(new(ReplicationFaults.SourceNotVersioned()));
        }

        for (var i = 0; i < configuration.Rules.Length; i++)
        {
            if (configuration.Rules[i].Destination is { Bucket: { } bucket } destination
                && CheckDestination(destination, find(bucket)) is { } fault)
            {
                findings.Add(new(fault, i));
            }
        }

        return findings.ToImmutable();
    }

    private static ServiceFault? CheckDestination(ReplicationDestination destination, DestinationState? state) => state switch
    {
        null => ReplicationFaults.NoDestination(),
        { IsVersioned: false } => ReplicationFaults.DestinationNotVersioned(),
        _ when destination.Account is { } account && account != state.Owner.Value => ReplicationFaults.OtherOwner(),
        _ => null,
    };

    private static ReplicationFinding? CheckRole(string role)
    {
        if (
            !Arn.Parse(role).TryGet(out var arn) || arn is not { Service: "iam", Region: "" }
                || !AccountId.Parse(arn.Account.ToString()).IsValid)
        {
            return Role("Invalid Role specified in replication configuration");
        }

        return arn.Resource.StartsWith(RolePrefix, StringComparison.Ordinal) && arn.Resource.Length > RolePrefix.Length
            ? null
            : Role("The relative id should start with role");

        ReplicationFinding Role(string message) => new(ReplicationFaults.Argument(message), null, nameof(Role), role);
    }

    private static IEnumerable<ReplicationFinding> AmongRules(ReplicationConfiguration configuration)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var priorities = new HashSet<(string?, int)>();
        for (var i = 0; i < configuration.Rules.Length; i++)
        {
            var rule = configuration.Rules[i];
            if (!string.IsNullOrEmpty(rule.Id) && !ids.Add(rule.Id))
            {
                yield return new(ReplicationFaults.Argument("Rule Id must be unique"), i, "ID", rule.Id);
            }

            // only among rules with one destination does a priority decide
            if (rule.Priority is { } priority && !priorities.Add((rule.Destination?.BucketArn, priority)))
            {
                yield return new(ReplicationFaults.DuplicatePriority(priority), i);
            }

            if (configuration.IsLegacy && rule.Destination?.BucketArn != configuration.Rules[0].Destination?.BucketArn)
            {
                yield return new(ReplicationFaults.ManyDestinations(), i);
            }
        }
    }
}
