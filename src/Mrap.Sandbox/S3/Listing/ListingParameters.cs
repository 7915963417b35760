using System.Globalization;
using System.Xml;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Listing;

/// <summary>What all listings of keys have in common.</summary>
/// <param name="Prefix">Only keys that start so.</param>
/// <param name="Delimiter">Where keys are folded; null for nowhere.</param>
/// <param name="MaxKeys">The most entries asked for, as echoed: 0 to 1,000.</param>
/// <param name="IsUrlEncoded">Whether keys are to be percent-encoded in the answer.</param>
internal sealed record ListingParameters(string Prefix, string? Delimiter, int MaxKeys, bool IsUrlEncoded)
{
    private const int Limit = 1000;

    /// <summary>Reads the parameters.</summary>
    /// <param name="limitName">The name of the limit: <c>max-keys</c> or <c>max-uploads</c>.</param>
    /// <exception cref="ServiceException">One is invalid.</exception>
    public static ListingParameters Read(S3Request request, string limitName)
    {
        var encoding = request.Query("encoding-type");
        var isUrl = string.Equals(encoding, "url", StringComparison.OrdinalIgnoreCase);
        if (!string.IsNullOrEmpty(encoding) && !isUrl)
        {
            throw S3Errors.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", encoding);
        }

        return new ListingParameters(
            request.Query("prefix") ?? string.Empty,
            request.Query("delimiter") is { Length: > 0 } delimiter ? delimiter : null,
            ReadLimit(request, limitName),
            isUrl);
    }

    /// <summary>Reads a limit: 0 to 1,000; more counts as 1,000.</summary>
    /// <exception cref="ServiceException">It is no such number.</exception>
    public static int ReadLimit(S3Request request, string name)
    {
        if (request.Query(name) is not { Length: > 0 } text)
        {
            return Limit;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw S3Errors.InvalidArgument($"Provided {name} not an integer or within integer range", name, text);
        }

        return number is >= 0 and <= int.MaxValue
            ? (int)Math.Min(number, Limit)
            : throw S3Errors.InvalidArgument($"Argument {name} must be an integer between 0 and 2147483647", name, text);
    }

    /// <summary>A key or prefix as the answer shows it.</summary>
    public string Shown(string text) => IsUrlEncoded ? EncodedText.UrlEncoded(text) : text;

    /// <summary>Writes delimiter and encoding.</summary>
    public void WriteTo(XmlWriter writer)
    {
        if (Delimiter is not null)
        {
            writer.Element("Delimiter", Shown(Delimiter));
        }

        if (IsUrlEncoded)
        {
            writer.Element("EncodingType", "url");
        }
    }

    /// <summary>Writes common prefixes.</summary>
    public void WritePrefixes(XmlWriter writer, IReadOnlyList<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            writer.Start("CommonPrefixes");
            writer.Element("Prefix", Shown(prefix));
            writer.WriteEndElement();
        }
    }
}
