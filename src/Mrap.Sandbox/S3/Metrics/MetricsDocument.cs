using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Metrics;

/// <summary>Reads and writes metrics configurations, those of clients and all of a bucket as they are stored.</summary>
internal static class MetricsDocument
{
    /// <summary>The kind under which they are stored.</summary>
    public const string Kind = "metrics";

    /// <summary>The name of the root element.</summary>
    public const string Root = "MetricsConfiguration";

    private const int MaxIdLength = 64;
    private const int MaxFilterTags = 50;
    private static readonly ConditionalWeakTable<string, StoredMetrics> s_stored = [];

    /// <summary>The configurations of a bucket, by id.</summary>
    /// <param name="document">What is stored; null for nothing.</param>
    public static StoredMetrics Stored(string? document) => document is null
        ? StoredMetrics.None
        : s_stored.GetValue(
            document, static text => new([.. XElement.Parse(text, LoadOptions.PreserveWhitespace).Named(Root).Select(Read)]));

    /// <summary>The stored form; null for none.</summary>
    public static string? Write(IEnumerable<MetricsConfiguration> configurations)
    {
        var elements = configurations.OrderBy(c => c.Id, StringComparer.Ordinal).Select(Element).ToArray();
        return elements.Length == 0 ? null : new XElement("MetricsConfigurations", elements).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Reads what a client sends.</summary>
    /// <param name="id">The id in its query.</param>
    /// <exception cref="ServiceException">It breaks a rule.</exception>
    public static MetricsConfiguration ReadRequest(XElement document, string id)
    {
        var configuration = Read(document);
        if (configuration.Id != CheckId(id))
        {
            throw S3Errors.InvalidArgument("The id in the query must be that of the configuration", "id", id);
        }

        return configuration;
    }

    /// <summary>Gives an id back when it keeps the rules.</summary>
    /// <exception cref="ServiceException">It does not.</exception>
    public static string CheckId(string id) =>
        id.Length is >= 1 and <= MaxIdLength && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? id
            : throw S3Errors.InvalidArgument(
                "The metrics configuration id must have 1 to 64 letters, digits, periods, dashes and underscores", "id", id);

    /// <summary>Writes what is inside of a configuration.</summary>
    public static void WriteTo(XmlWriter writer, MetricsConfiguration configuration)
    {
        foreach (var element in Element(configuration).Elements())
        {
            Write(writer, element);
        }
    }

    // an element takes the namespace of the one around it
    private static void Write(XmlWriter writer, XElement element)
    {
        if (!element.HasElements)
        {
            writer.Element(element.Name.LocalName, element.Value);
            return;
        }

        writer.Group(element.Name.LocalName, () =>
        {
            foreach (var child in element.Elements())
            {
                Write(writer, child);
            }
        });
    }

    private static MetricsConfiguration Read(XElement document) => new(
        CheckId(document.Text("Id") ?? throw ServiceErrors.MalformedXml()),
        document.One("Filter") is { } filter ? ReadFilter(filter) : null);

    private static MetricsFilter ReadFilter(XElement filter)
    {
        if (filter.Elements().Count() != 1)
        {
            throw ServiceErrors.MalformedXml();
        }

        var and = filter.One("And");
        var predicates = and ?? filter;
        var tags = TagSet.ReadTags(predicates, MaxFilterTags, "Filter");
        var (prefix, arn) = (predicates.Text("Prefix"), predicates.Text("AccessPointArn"));
        var count = tags.Count + (prefix is null ? 0 : 1) + (arn is null ? 0 : 1);
        if (count == 0 || count != predicates.Elements().Count() || (and is not null && count < 2))
        {
            throw ServiceErrors.MalformedXml();
        }

        // AWS takes ARNs of access points; that those of Multi-Region Access Points are among them is written nowhere
        if (arn is not null
            && !(arn.StartsWith("arn:", StringComparison.Ordinal) && arn.Contains(":accesspoint/", StringComparison.Ordinal)))
        {
            throw S3Errors.InvalidArgument("Access Point ARN is invalid", "AccessPointArn", arn);
        }

        return new MetricsFilter(prefix, tags, arn, IsAnd: and is not null);
    }

    private static XElement Element(MetricsConfiguration configuration) => new(
        Root,
        new XElement("Id", configuration.Id),
        configuration.Filter is { } filter
            ? new XElement("Filter", filter.IsAnd ? new XElement("And", Predicates(filter)) : Predicates(filter))
            : null);

    private static ImmutableArray<XElement> Predicates(MetricsFilter filter) =>
    [
        .. filter.Prefix is { } prefix ? [new XElement("Prefix", prefix)] : (ReadOnlySpan<XElement>)[],
        .. filter.Tags.Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value))),
        .. filter.AccessPointArn is { } arn ? [new XElement("AccessPointArn", arn)] : (ReadOnlySpan<XElement>)[],
    ];
}
