using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Mrap.Core.Replication;

namespace Mrap.Sandbox.Storage.Rules;

/// <summary>Reads <c>ReplicationConfiguration</c> documents (Amazon S3 API Reference, "PutBucketReplication").</summary>
internal static class ReplicationDocument
{
    /// <summary>The name of the root element.</summary>
    public const string Root = "ReplicationConfiguration";

    /// <summary>Reads a document by local names, whatever their namespace and order.</summary>
    /// <returns>The configuration as it was sent; null when the schema refuses the document.</returns>
    public static ReplicationConfiguration? Read(XElement document)
    {
        try
        {
            return new ReplicationConfiguration(Text(document, "Role"), [.. All(document, "Rule").Select(ReadRule)]);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Gives every rule an identifier.</summary>
    /// <param name="next">Makes one up.</param>
    public static ReplicationConfiguration Name(ReplicationConfiguration configuration, Func<string> next) => configuration with
    {
        Rules = [.. configuration.Rules.Select(rule => string.IsNullOrEmpty(rule.Id) ? rule with { Id = next() } : rule)],
    };

    private static ReplicationRule ReadRule(XElement element)
    {
        var criteria = One(element, "SourceSelectionCriteria");
        return new ReplicationRule(
            Text(element, "ID"), ReadFilter(element), ReadStatus(element),
            One(element, "Destination") is { } destination ? ReadDestination(destination) : null)
        {
            Priority = Text(element, "Priority") is { } text ? ReadNumber(text) : null,
            DeleteMarkers = ReadOption(element, "DeleteMarkerReplication"),
            ReplicaModifications = ReadOption(criteria, "ReplicaModifications"),
            KmsEncryptedObjects = ReadOption(criteria, "SseKmsEncryptedObjects"),
            ExistingObjects = ReadOption(element, "ExistingObjectReplication"),
        };
    }

    private static ReplicationFilter? ReadFilter(XElement rule)
    {
        var legacy = Text(rule, "Prefix");
        if (One(rule, "Filter") is not { } filter)
        {
            return legacy is null ? null : new ReplicationFilter.Legacy(legacy);
        }

        if (legacy is not null || filter.Elements().Count() > 1)
        {
            throw new FormatException();
        }

        return filter.Elements().FirstOrDefault() switch
        {
            null => new ReplicationFilter.Everything(),
            { Name.LocalName: "Prefix" } prefix => new ReplicationFilter.Prefix(prefix.Value),
            { Name.LocalName: "Tag" } tag => new ReplicationFilter.Tag(ReadTag(tag)),
            { Name.LocalName: "And" } and => new ReplicationFilter.And(Text(and, "Prefix"), [.. All(and, "Tag").Select(ReadTag)]),
            _ => throw new FormatException(),
        };
    }

    private static ReplicationDestination ReadDestination(XElement element) => new(Text(element, "Bucket"))
    {
        Account = Text(element, "Account"),
        StorageClass = Text(element, "StorageClass"),
        Owner = One(element, "AccessControlTranslation") is { } owner ? Text(owner, "Owner") ?? string.Empty : null,
        ReplicaKmsKeyId = One(element, "EncryptionConfiguration") is { } key ? Text(key, "ReplicaKmsKeyID") ?? string.Empty : null,
        Time = One(element, "ReplicationTime") is { } time
            ? new ReplicationTimeControl(ReadStatus(time), ReadMinutes(One(time, "Time")))
            : null,
        Metrics = One(element, "Metrics") is { } metrics
            ? new ReplicationMetricsOption(ReadStatus(metrics), ReadMinutes(One(metrics, "EventThreshold")))
            : null,
    };

    private static ReplicationTag ReadTag(XElement element) =>
        new(Text(element, "Key") ?? throw new FormatException(), Text(element, "Value") ?? throw new FormatException());

    private static int? ReadMinutes(XElement? element) => element is null ? null
        : ReadNumber(Text(element, "Minutes") ?? throw new FormatException());

    private static int ReadNumber(string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException();

    // an option that is there has a status, and one of the two
    private static RuleStatus? ReadOption(XElement? parent, string name) =>
        parent is null || One(parent, name) is not { } option ? null : ReadStatus(option) ?? throw new FormatException();

    private static RuleStatus? ReadStatus(XElement element) =>
        Text(element, "Status") is { } text ? RuleStatusText.Read(text) ?? throw new FormatException() : null;

    private static string? Text(XElement parent, string name) => One(parent, name)?.Value;

    private static XElement? One(XElement parent, string name)
    {
        var all = All(parent, name).Take(2).ToImmutableArray();
        return all.Length > 1 ? throw new FormatException() : all.FirstOrDefault();
    }

    private static IEnumerable<XElement> All(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);
}
