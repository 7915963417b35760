using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Mrap.Signing.Bodies;

/// <summary>The trailing headers of one body, taken line by line and checked when complete.</summary>
/// <param name="chain">The chain whose last link is the trailer's signature; null when nothing is signed.</param>
internal sealed class TrailerLines(ChunkSignatureChain? chain)
{
    /// <summary>The name of the line that holds the signature.</summary>
    public const string SignatureName = "x-amz-trailer-signature";

    /// <summary>The most bytes a line, or all lines together, may have.</summary>
    public const int MaxLength = 8192;

    private readonly List<KeyValuePair<string, string>> _headers = [];
    private string? _signature;
    private bool _hadGap;
    private int _length;

    public bool AreComplete { get; private set; }

    public ImmutableArray<KeyValuePair<string, string>> Headers => [.. _headers];

    /// <summary>
    /// Makes the text that is hashed for the signature: <c>name:value</c> and a line feed for each header, sorted by name.
    /// </summary>
    public static string CanonicalText(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in headers.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(':').Append(value).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Takes one line without its end; an empty one ends the trailer.</summary>
    /// <returns>What is wrong, or null.</returns>
    public (BodyFaultKind Kind, string Message)? Accept(ReadOnlySpan<byte> line, string? announced)
    {
        _length += line.Length;
        if (line.IsEmpty)
        {
            return End(announced);
        }

        var text = Encoding.UTF8.GetString(line);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || _length > MaxLength || _signature is not null)
        {
            return Malformed();
        }

        var name = text[..colon].Trim().ToLowerInvariant();
        var value = text[(colon + 1)..].Trim();
        if (chain is not null && name is SignatureName)
        {
            _signature = value;
            return null;
        }

        if (name.Length == 0 || _hadGap || _headers.Exists(h => string.Equals(h.Key, name, StringComparison.Ordinal)))
        {
            return Malformed();
        }

        _headers.Add(new(name, value));
        return null;
    }

    private static (BodyFaultKind Kind, string Message) Malformed() =>
        (
            BodyFaultKind.MalformedTrailer,
            "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    private (BodyFaultKind Kind, string Message)? End(string? announced)
    {
        if (chain is not null && _signature is null && !_hadGap)
        {
            // AWS's own description shows an empty line between the headers and their signature; clients leave it out.
            _hadGap = true;
            return null;
        }

        if (!MatchAnnounced(announced) || (chain is not null && _signature is null))
        {
            return Malformed();
        }

        AreComplete = true;
        return chain is null || chain.VerifyTrailer(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText(_headers))), _signature!)
            ? null
            : (
                BodyFaultKind.SignatureMismatch,
                "The trailer signature we calculated does not match the signature you provided. Check your key and signing method.");
    }

    private bool MatchAnnounced(string? announced)
    {
        var names = (announced ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(n => n.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return names.SetEquals(_headers.Select(h => h.Key));
    }
}
