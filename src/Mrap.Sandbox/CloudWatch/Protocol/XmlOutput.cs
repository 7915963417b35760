using System.Globalization;
using System.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>Writes an answer of AWS Query.</summary>
internal sealed class XmlOutput(XmlWriter xml) : CloudWatchOutput
{
    private const string Member = "member";

    /// <inheritdoc/>
    public override void Text(string name, string? value) => xml.OptionalElement(name, value);

    /// <inheritdoc/>
    public override void Number(string name, double? value) =>
        xml.OptionalElement(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Integer(string name, int? value) => xml.OptionalElement(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Flag(string name, bool value) => xml.Element(name, value);

    /// <inheritdoc/>
    public override void Instant(string name, DateTimeOffset value) => xml.Element(name, value);

    /// <inheritdoc/>
    public override void Structure(string name, Action content) => xml.Group(name, content);

    /// <inheritdoc/>
    public override void Structures<T>(string name, IEnumerable<T> items, Action<T> content)
    {
        xml.Start(name);
        foreach (var item in items)
        {
            xml.Group(Member, () => content(item));
        }

        xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public override void Texts(string name, IEnumerable<string> values)
    {
        xml.Start(name);
        foreach (var value in values)
        {
            xml.Element(Member, value);
        }

        xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public override void Numbers(string name, ReadOnlySpan<double> values)
    {
        xml.Start(name);
        foreach (var value in values)
        {
            xml.Element(Member, value.ToString("R", CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public override void Numbers<T>(string name, IEnumerable<T> items, Func<T, string> key, Func<T, double?> value)
    {
        xml.Start(name);
        foreach (var item in items)
        {
            if (value(item) is { } number)
            {
                xml.Start("entry");
                xml.Element("key", key(item));
                xml.Element("value", number.ToString("R", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public override void Instants(string name, ReadOnlySpan<long> seconds)
    {
        xml.Start(name);
        foreach (var second in seconds)
        {
            xml.Element(Member, Iso8601.Seconds(DateTimeOffset.FromUnixTimeSeconds(second)));
        }

        xml.WriteEndElement();
    }
}
