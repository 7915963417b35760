using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Canonical;

namespace Mrap.Sandbox.Identity;

/// <summary>A request of the listener as its signature sees it.</summary>
internal readonly struct SignableHttpRequest(HttpRequest request, WireTarget target) : ISignableRequest
{
    /// <inheritdoc/>
    public string Method => request.Method;

    /// <inheritdoc/>
    public ReadOnlySpan<char> RawPath => target.Path;

    /// <inheritdoc/>
    public ReadOnlySpan<char> RawQuery => target.Query;

    /// <inheritdoc/>
    public IEnumerable<string> HeaderNames => Names(request.Headers);

    /// <inheritdoc/>
    public string? GetHeader(string name) =>
        !request.Headers.TryGetValue(name, out var values)
            ? null
            : values.Count == 1
            ? values[0]
            : string.Join(',', (IEnumerable<string?>)values);

    // the server's own collection of keys is a set made anew each time
    private static IEnumerable<string> Names(IHeaderDictionary headers)
    {
        foreach (var (name, _) in headers)
        {
            yield return name;
        }
    }
}
