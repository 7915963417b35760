using System.Collections.Immutable;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>What rules say, in words.</summary>
public static class RuleWords
{
    /// <summary>Which objects a rule is about.</summary>
    public static string Scope(ReplicationRule rule) => rule.Filter is { } filter ? Scope(ReplicationScope.Of(filter)) : "Every object";

    /// <inheritdoc cref="Scope(ReplicationRule)"/>
    public static string Scope(ReplicationScope scope)
    {
        var tags = string.Join(" and ", scope.Tags.Select(tag => $"{tag.Key} = {tag.Value}"));
        return (scope.Prefix.Length, scope.Tags.Length) switch
        {
            (0, 0) => "Every object",
            (0, _) => $"Objects tagged {tags}",
            (_, 0) => $"Keys that begin with {scope.Prefix}",
            _ => $"Keys that begin with {scope.Prefix}, tagged {tags}",
        };
    }

    /// <summary>What is on of a rule's options; empty when nothing is.</summary>
    public static ImmutableArray<string> Options(ReplicationRule rule)
    {
        var options = ReplicationOptions.Of(rule);
        return [.. new (bool IsOn, string Word)[]
        {
            (options.TimeControl, "Time control"),
            (options.Metrics && !options.TimeControl, "Metrics"),
            (options.DeleteMarkers || rule.IsLegacy, "Delete markers"),
            (options.ReplicaModifications, "Changes of replicas"),
            (rule.KmsEncryptedObjects.IsOn(), "KMS-encrypted objects"),
            (rule.Destination?.ChangesOwner is true, "Change of owner"),
            (rule.Destination?.StorageClass is not null, $"Storage class {rule.Destination?.StorageClass}"),
        }.Where(option => option.IsOn).Select(option => option.Word)];
    }

    /// <summary>What is on of a rule's options, as a text.</summary>
    /// <param name="withStatus">Whether it is said that a rule is disabled.</param>
    public static string OptionText(ReplicationRule rule, bool withStatus = false)
    {
        var options = Options(rule);
        options = withStatus && !rule.IsEnabled ? options.Insert(0, "Disabled") : options;
        return options.IsEmpty ? "None" : string.Join(", ", options);
    }

    /// <summary>Whether a rule is on.</summary>
    public static (StatusKind Kind, string Text) Status(ReplicationRule rule) =>
        rule.IsEnabled ? (StatusKind.Success, "Enabled") : (StatusKind.Stopped, "Disabled");

    /// <summary>What becomes of a rule.</summary>
    public static (StatusKind Kind, string Text) Change(RuleChangeKind kind) => kind switch
    {
        RuleChangeKind.Kept => (StatusKind.Passive, "Kept"),
        RuleChangeKind.Added => (StatusKind.Success, "Added"),
        RuleChangeKind.Changed => (StatusKind.Info, "Changed"),
        RuleChangeKind.Removed => (StatusKind.Error, "Removed"),
        RuleChangeKind.Renumbered => (StatusKind.Info, "Renumbered"),
        RuleChangeKind.Converted => (StatusKind.Info, "Rewritten"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The changes of a bucket counted, such as <c>2 added, 1 kept</c>.</summary>
    public static string Summary(IEnumerable<RuleChange> changes) => string.Join(
        ", ",
        changes.GroupBy(change => change.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{DisplayFormat.Number(kind.Count())} {Change(kind.Key).Text.ToLowerInvariant()}"));

    /// <summary>How grave a finding is.</summary>
    public static (StatusKind Kind, string Text) Severity(PreflightSeverity severity) => severity switch
    {
        PreflightSeverity.Warning => (StatusKind.Info, "To be checked"),
        PreflightSeverity.ObjectsFail => (StatusKind.Warning, "Objects would fail"),
        PreflightSeverity.Refused => (StatusKind.Error, "S3 refuses it"),
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
