using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;

namespace Mrap.AwsSdk.Protocol;

/// <summary>Reads XML by local name: answers come with and without its namespace.</summary>
internal static class ResponseXml
{
    private const long MaxCharacters = 16 * 1024 * 1024;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XElement? ReadRoot(Stream? body)
    {
        if (body is null)
        {
            return null;
        }

        using var text = new StreamReader(body, leaveOpen: true);
        if (text.Peek() < 0)
        {
            return null;
        }

        using var reader = XmlReader.Create(text, s_settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static XElement? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static string? Text(XElement? parent, string name) => Child(parent, name)?.Value;

    public static bool? Bool(XElement? parent, string name) =>
        Text(parent, name) is { } text ? XmlConvert.ToBoolean(text.Trim()) : null;

    public static int? Int(XElement? parent, string name) =>
        Text(parent, name) is { } text ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : null;

    public static double? Number(XElement? parent, string name) => Child(parent, name) is { } value ? Number(value) : null;

    public static DateTime? Time(XElement? parent, string name) =>
        Child(parent, name) is { Value.Length: > 0 } value ? Time(value) : null;

    public static double Number(XElement value) =>
        double.Parse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static DateTime Time(XElement value) =>
        DateTime.Parse(value.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    public static T? Constant<T>(XElement? parent, string name, Func<string, T> find)
        where T : ConstantClass =>
        Text(parent, name) is { } text ? find(text) : null;

    public static List<T>? List<T>(XElement? parent, string name, Func<XElement, T> read) => List(parent, name, "member", read);

    public static List<T>? List<T>(XElement? parent, string name, string member, Func<XElement, T> read) =>
        Child(parent, name) is { } list ? [.. list.Elements().Where(item => item.Name.LocalName == member).Select(read)] : null;

    public static List<string>? Texts(XElement? parent, string name) => List(parent, name, item => item.Value);
}
