using System.Globalization;
using System.Xml;

namespace Mrap.Sandbox.Wire;

/// <summary>Writes elements in the namespace of the element they stand in.</summary>
internal static class XmlElements
{
    /// <summary>Writes an element with text; characters that XML cannot carry become U+FFFD.</summary>
    public static void Element(this XmlWriter writer, string name, string value)
    {
        writer.WriteStartElement(name);
        writer.WriteString(EncodedText.Legal(value));
        writer.WriteEndElement();
    }

    /// <summary>Writes an element with a number.</summary>
    public static void Element(this XmlWriter writer, string name, long value) =>
        writer.Element(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes an element with <c>true</c> or <c>false</c>.</summary>
    public static void Element(this XmlWriter writer, string name, bool value) => writer.Element(name, value ? "true" : "false");

    /// <summary>Writes an element with an instant such as <c>2026-11-22T17:00:00.000Z</c>.</summary>
    public static void Element(this XmlWriter writer, string name, DateTimeOffset value) =>
        writer.Element(name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Writes an element unless the text is null.</summary>
    public static void OptionalElement(this XmlWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.Element(name, value);
        }
    }

    /// <summary>Starts an element that holds others.</summary>
    public static void Start(this XmlWriter writer, string name) => writer.WriteStartElement(name);

    /// <summary>Writes an element that holds others.</summary>
    public static void Group(this XmlWriter writer, string name, Action content)
    {
        writer.WriteStartElement(name);
        content();
        writer.WriteEndElement();
    }
}
