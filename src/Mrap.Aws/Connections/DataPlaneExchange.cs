using System.Collections.Immutable;

namespace Mrap.Aws.Connections;

/// <summary>
/// One call of the SDK seen from outside: it says where the client stands and keeps the head of the last answer, headers that the SDK hides
/// included.
/// It covers the calls made between <see cref="Begin"/> and <see cref="Dispose"/> in the same asynchronous flow.
/// </summary>
public sealed class DataPlaneExchange : IDisposable
{
    private const int MaxHeaders = 100;

    private static readonly AsyncLocal<DataPlaneExchange?> s_current = new();

    private readonly DataPlaneExchange? _outer;

    private DataPlaneExchange(string? vantageId, DataPlaneExchange? outer)
    {
        VantageId = vantageId;
        _outer = outer;
    }

    /// <summary>The exchange of this asynchronous flow; null outside of one.</summary>
    public static DataPlaneExchange? Current => s_current.Value;

    /// <summary>Where the client stands; null for where it really is.</summary>
    public string? VantageId { get; }

    /// <summary>How many requests went out, retries included.</summary>
    public int Attempts { get; private set; }

    /// <summary>The status of the last answer; null before it.</summary>
    public int? Status { get; private set; }

    /// <summary>The headers of the last answer, at most 100, in the order received.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; private set; } = [];

    /// <summary>Opens an exchange.</summary>
    /// <param name="vantageId">Where the client stands: a Region code or a city's id; null for where it really is.</param>
    /// <returns>The exchange; dispose it to close it.</returns>
    public static DataPlaneExchange Begin(string? vantageId)
    {
        var exchange = new DataPlaneExchange(vantageId, s_current.Value);
        s_current.Value = exchange;
        return exchange;
    }

    /// <summary>The value of a header of the last answer.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The value, or null.</returns>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Closes the exchange.</summary>
    public void Dispose() => s_current.Value = _outer;

    internal void Capture(HttpResponseMessage response)
    {
        Attempts++;
        Status = (int)response.StatusCode;
        Headers =
        [
            .. response.Headers.Concat(response.Content.Headers)
                .Take(MaxHeaders)
                .Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))),
        ];
    }
}
