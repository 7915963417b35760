namespace Mrap.Core.Traffic;

/// <summary>One request of generated traffic.</summary>
/// <param name="AtMs">When it was sent, in milliseconds after the start.</param>
/// <param name="Place">The id of the place that it came from.</param>
/// <param name="Method"><c>GET</c> or <c>PUT</c>.</param>
/// <param name="Key">The key.</param>
/// <param name="Region">The Region that served it; null when none did.</param>
/// <param name="Status">The HTTP status; null when no answer came.</param>
/// <param name="Error">The error code; null when it succeeded.</param>
/// <param name="Ms">How long it took, in milliseconds.</param>
public sealed record TrafficSample(
    double AtMs, string Place, string Method, string Key, string? Region, int? Status, string? Error, double Ms)
{
    /// <summary>Whether it was answered as it should be.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
