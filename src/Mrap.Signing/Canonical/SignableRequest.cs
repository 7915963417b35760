namespace Mrap.Signing.Canonical;

/// <summary>
/// A request about to be signed: what a client holds. A server implements <see cref="ISignableRequest"/> over its own request instead.
/// </summary>
public sealed class SignableRequest : ISignableRequest
{
    /// <summary>Makes a request without headers.</summary>
    /// <param name="method">The method in upper case.</param>
    /// <param name="target">The path, percent-encoded and beginning with <c>/</c>, and the query after a question mark when there is
    /// one.</param>
    /// <exception cref="ArgumentException">The target does not begin with a slash.</exception>
    public SignableRequest(string method, string target)
    {
        if (!target.StartsWith('/'))
        {
            throw new ArgumentException("the target begins with a slash", nameof(target));
        }

        var mark = target.IndexOf('?', StringComparison.Ordinal);
        Method = method;
        Path = mark < 0 ? target : target[..mark];
        Query = mark < 0 ? "" : target[(mark + 1)..];
    }

    /// <summary>The method in upper case.</summary>
    public string Method { get; }

    /// <summary>The percent-encoded path.</summary>
    public string Path { get; }

    /// <summary>The percent-encoded query without its question mark; presigning adds to it.</summary>
    public string Query { get; internal set; }

    /// <summary>Path and query as they go on the request line.</summary>
    public string Target => Query.Length == 0 ? Path : $"{Path}?{Query}";

    /// <summary>The headers by name, without regard to case. <c>Host</c> must be among them before signing; signing adds its own.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ReadOnlySpan<char> RawPath => Path;

    /// <inheritdoc/>
    public ReadOnlySpan<char> RawQuery => Query;

    /// <inheritdoc/>
    public IEnumerable<string> HeaderNames => Headers.Keys;

    /// <inheritdoc/>
    public string? GetHeader(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
