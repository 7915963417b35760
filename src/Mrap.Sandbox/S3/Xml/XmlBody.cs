using System.Xml;
using System.Xml.Linq;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>Reads a request document: bounded, without DTD, by local names whatever their namespace and order.</summary>
internal static class XmlBody
{
    /// <summary>The most bytes of an ordinary document.</summary>
    public const int OrdinaryLimit = 1 << 20;

    /// <summary>The most bytes of a list of parts or keys.</summary>
    public const int ListLimit = 2 << 20;

    private const int MaxDepth = 32;

    /// <summary>Reads the document of a request after checking its digests.</summary>
    /// <param name="root">The name its root element must have.</param>
    /// <param name="limit">The most bytes.</param>
    /// <exception cref="ServiceException">A digest does not match, or it is no such document.</exception>
    public static async Task<XElement> ReadAsync(S3Request request, string root, int limit)
    {
        var bytes = await SmallBody.ReadAsync(request, limit);
        return Parse(bytes, root);
    }

    /// <summary>Reads the document of a request, or null when the body is empty.</summary>
    /// <exception cref="ServiceException">A digest does not match, or it is no such document.</exception>
    public static async Task<XElement?> ReadOptionalAsync(S3Request request, string root, int limit)
    {
        var bytes = await SmallBody.ReadAsync(request, limit);
        return bytes.Length == 0 ? null : Parse(bytes, root);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="ServiceException">It is not well-formed, has a DTD, is too deep or has another root element.</exception>
    public static XElement Parse(byte[] bytes, string root)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = ListLimit,
        };
        try
        {
            using (var probe = XmlReader.Create(new MemoryStream(bytes), settings))
            {
                while (probe.Read())
                {
                    if (probe.Depth > MaxDepth)
                    {
                        throw ServiceErrors.MalformedXml();
                    }
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            var element = XElement.Load(reader);
            return element.Name.LocalName == root ? element : throw ServiceErrors.MalformedXml();
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            throw ServiceErrors.MalformedXml();
        }
    }

    /// <summary>The child elements of a name.</summary>
    public static IEnumerable<XElement> Named(this XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    /// <summary>The one child element of a name; null when there is none.</summary>
    /// <exception cref="ServiceException">There are several.</exception>
    public static XElement? One(this XElement parent, string name)
    {
        XElement? found = null;
        foreach (var child in parent.Named(name))
        {
            found = found is null ? child : throw ServiceErrors.MalformedXml();
        }

        return found;
    }

    /// <summary>The one child element of a name.</summary>
    /// <exception cref="ServiceException">There is none, or there are several.</exception>
    public static XElement Require(this XElement parent, string name) => parent.One(name) ?? throw ServiceErrors.MalformedXml();

    /// <summary>The text of the one child element of a name; null when there is none.</summary>
    /// <exception cref="ServiceException">There are several.</exception>
    public static string? Text(this XElement parent, string name) => parent.One(name)?.Value;
}
