using System.Text;
using System.Xml.Linq;

namespace Mrap.Testing;

/// <summary>An answer as it came over the wire.</summary>
public sealed record WireAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as XML.</summary>
    public XElement Xml => XElement.Parse(Text);

    /// <summary>The error code in the body, in either form; null when there is no body.</summary>
    public string? ErrorCode => Body.Length == 0 ? null : Value("Code");

    /// <summary>The text of the first element of a name, wherever it is.</summary>
    public string? Value(string name) => Xml.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    /// <summary>The texts of all elements of a name.</summary>
    public IReadOnlyList<string> Values(string name) =>
        [.. Xml.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value)];
}
