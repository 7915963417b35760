using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>Reads and writes a <c>BucketLoggingStatus</c>.</summary>
internal static class LoggingDocument
{
    /// <summary>The kind under which it is stored.</summary>
    public const string Kind = "logging";

    /// <summary>The name of the root element.</summary>
    public const string Root = "BucketLoggingStatus";

    private const int MaxPrefix = 1024 - 128;
    private const string Event = "EventTime";
    private const string Delivery = "DeliveryTime";
    private static readonly ConditionalWeakTable<string, LogDestination> s_stored = [];

    /// <summary>Where logs go, from the stored form; null for nowhere.</summary>
    public static LogDestination? Stored(string? document) => document is null
        ? null
        : s_stored.GetValue(document, static text => Read(XElement.Parse(text, LoadOptions.PreserveWhitespace))!);

    /// <summary>Where a client wants logs to go; null for nowhere.</summary>
    /// <exception cref="ServiceException">It breaks a rule.</exception>
    public static LogDestination? Read(XElement document)
    {
        if (document.One("LoggingEnabled") is not { } enabled)
        {
            return null;
        }

        if (enabled.One("TargetGrants") is { } grants && grants.HasElements)
        {
            throw ServiceException.Of(
                400, "AccessControlListNotSupported",
                "The bucket does not allow ACLs: a target bucket's policy grants access to its logs.");
        }

        var prefix = enabled.Text("TargetPrefix") ?? throw ServiceErrors.MalformedXml();
        if (prefix.Length > MaxPrefix)
        {
            throw S3Errors.InvalidArgument("The target prefix is too long", "TargetPrefix", prefix[..64]);
        }

        var target = enabled.Text("TargetBucket") ?? throw ServiceErrors.MalformedXml();
        return BucketName.Parse(target).TryGet(out var bucket)
            ? new LogDestination(bucket, prefix, ReadFormat(enabled.One("TargetObjectKeyFormat")))
            : throw InvalidTarget(target);
    }

    /// <summary>The stored form.</summary>
    public static string Write(LogDestination destination) => new XElement(
        Root,
        new XElement(
            "LoggingEnabled",
            new XElement("TargetBucket", destination.Bucket.Value),
            new XElement("TargetPrefix", destination.Prefix),
            destination.Format == LogKeyFormat.Simple
                ? null
                : new XElement(
                    "TargetObjectKeyFormat", new XElement("PartitionedPrefix", new XElement("PartitionDateSource", Source(destination))))))
        .ToString(SaveOptions.DisableFormatting);

    /// <summary>Writes what is inside of the root.</summary>
    public static void WriteTo(XmlWriter writer, LogDestination destination) => writer.Group("LoggingEnabled", () =>
    {
        writer.Element("TargetBucket", destination.Bucket.Value);
        writer.Element("TargetPrefix", destination.Prefix);
        if (destination.Format != LogKeyFormat.Simple)
        {
            writer.Group(
                "TargetObjectKeyFormat",
                () => writer.Group("PartitionedPrefix", () => writer.Element("PartitionDateSource", Source(destination))));
        }
    });

    /// <summary>The refusal of a target bucket.</summary>
    public static ServiceException InvalidTarget(string bucket) => ServiceException.Of(
        400, "InvalidTargetBucketForLogging",
        "The target bucket for logging does not exist, is not owned by you, or does not have the appropriate grants for the log-delivery "
            + "group.",
        ("TargetBucket", bucket));

    private static string Source(LogDestination destination) => destination.Format == LogKeyFormat.PartitionedByEvent ? Event : Delivery;

    private static LogKeyFormat ReadFormat(XElement? format)
    {
        if (format is null)
        {
            return LogKeyFormat.Simple;
        }

        return (format.One("SimplePrefix"), format.One("PartitionedPrefix")) switch
        {
            (not null, null) => LogKeyFormat.Simple,
            (null, { } partitioned) => partitioned.Text("PartitionDateSource") switch
            {
                Event => LogKeyFormat.PartitionedByEvent,
                null or Delivery => LogKeyFormat.PartitionedByDelivery,
                _ => throw ServiceErrors.MalformedXml(),
            },
            _ => throw ServiceErrors.MalformedXml(),
        };
    }
}
