using System.Xml;
using System.Xml.Linq;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>Reads and writes a <c>PublicAccessBlockConfiguration</c>.</summary>
internal static class PublicAccessBlockDocument
{
    /// <summary>The name of the root element.</summary>
    public const string Root = "PublicAccessBlockConfiguration";

    private static readonly string[] s_switches =
    [
        nameof(BlockPublicAccess.BlockPublicAcls), nameof(BlockPublicAccess.IgnorePublicAcls),
        nameof(BlockPublicAccess.BlockPublicPolicy), nameof(BlockPublicAccess.RestrictPublicBuckets),
    ];

    /// <summary>The stored form.</summary>
    public static string Write(BlockPublicAccess block) => new XElement(
        Root,
        Switch(nameof(block.BlockPublicAcls), block.BlockPublicAcls),
        Switch(nameof(block.IgnorePublicAcls), block.IgnorePublicAcls),
        Switch(nameof(block.BlockPublicPolicy), block.BlockPublicPolicy),
        Switch(nameof(block.RestrictPublicBuckets), block.RestrictPublicBuckets)).ToString(SaveOptions.DisableFormatting);

    /// <summary>Reads the stored form.</summary>
    public static BlockPublicAccess Read(string document) => Read(XElement.Parse(document));

    /// <summary>Reads what a client sends; a switch that is left out is off.</summary>
    /// <exception cref="ServiceException">
    /// A switch is neither true nor false, or there is none: AWS refuses a configuration that configures nothing.
    /// </exception>
    public static BlockPublicAccess ReadRequest(XElement document) =>
        s_switches.Any(name => document.Text(name) is not null)
            ? Read(document)
            : throw ServiceErrors.InvalidRequest("Must specify at least one configuration.");

    /// <summary>Reads a document; a switch that is left out is off.</summary>
    /// <exception cref="ServiceException">A switch is neither true nor false.</exception>
    public static BlockPublicAccess Read(XElement document) => new(
        IsOn(document, nameof(BlockPublicAccess.BlockPublicAcls)),
        IsOn(document, nameof(BlockPublicAccess.IgnorePublicAcls)),
        IsOn(document, nameof(BlockPublicAccess.BlockPublicPolicy)),
        IsOn(document, nameof(BlockPublicAccess.RestrictPublicBuckets)));

    /// <summary>Writes the switches into an answer.</summary>
    public static void WriteTo(XmlWriter writer, BlockPublicAccess block)
    {
        writer.Element(nameof(block.BlockPublicAcls), block.BlockPublicAcls);
        writer.Element(nameof(block.IgnorePublicAcls), block.IgnorePublicAcls);
        writer.Element(nameof(block.BlockPublicPolicy), block.BlockPublicPolicy);
        writer.Element(nameof(block.RestrictPublicBuckets), block.RestrictPublicBuckets);
    }

    private static XElement Switch(string name, bool isOn) => new(name, isOn ? "true" : "false");

    private static bool IsOn(XElement document, string name) => document.Text(name)?.Trim() switch
    {
        null => false,
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1" => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) || text == "0" => false,
        _ => throw ServiceErrors.MalformedXml(),
    };
}
