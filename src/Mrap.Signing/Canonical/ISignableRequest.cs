namespace Mrap.Signing.Canonical;

/// <summary>A request as the signature sees it: exactly the bytes of the wire, before anybody decoded or normalised them.</summary>
/// <remarks>A server implements this as a struct over its own request, so that nothing is copied.</remarks>
public interface ISignableRequest
{
    /// <summary>The method in upper case.</summary>
    string Method { get; }

    /// <summary>The path as sent: percent-encoded, beginning with <c>/</c>, without scheme, authority and query.</summary>
    ReadOnlySpan<char> RawPath { get; }

    /// <summary>The query as sent, without its question mark; empty when there is none.</summary>
    ReadOnlySpan<char> RawQuery { get; }

    /// <summary>The names of all headers, in any case and order.</summary>
    IEnumerable<string> HeaderNames { get; }

    /// <summary>Gives a header's value; several lines of the same name are joined with a comma.</summary>
    /// <param name="name">The name, matched without regard to case.</param>
    /// <returns>The value, or null when the request has no such header.</returns>
    string? GetHeader(string name);
}
