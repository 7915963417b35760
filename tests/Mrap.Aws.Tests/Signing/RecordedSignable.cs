using Mrap.Signing.Canonical;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Signing;

/// <summary>A recorded request as the verifier sees it.</summary>
internal sealed class RecordedSignable(RecordedRequest request) : ISignableRequest
{
    private readonly string _path = request.RawTarget.Split('?', 2)[0];
    private readonly string _query = request.RawTarget.Contains('?', StringComparison.Ordinal)
        ? request.RawTarget.Split('?', 2)[1]
        : string.Empty;

    public string Method => request.Method;

    public ReadOnlySpan<char> RawPath => _path;

    public ReadOnlySpan<char> RawQuery => _query;

    public IEnumerable<string> HeaderNames => request.Headers.Keys;

    public string? GetHeader(string name) => request.Headers.TryGetValue(name, out var value) ? value : null;
}
