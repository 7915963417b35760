using System.Collections.Immutable;

namespace Mrap.Sandbox.Metrics;

/// <summary>
/// What a metric is known by (Amazon CloudWatch User Guide, "Metrics concepts"). Two with the same dimensions are the same.
/// </summary>
internal sealed record MetricIdentity
{
    private const char Separator = '\u001F';

    private readonly string _dimensions;

    /// <summary>Names a metric.</summary>
    /// <param name="region">The Region where it is published.</param>
    /// <param name="account">The account it belongs to.</param>
    /// <param name="metricNamespace">The namespace, such as <c>AWS/S3</c>.</param>
    /// <param name="name">The name, such as <c>AllRequests</c>.</param>
    /// <param name="dimensions">The dimensions, in any order.</param>
    public MetricIdentity(
        string region, string account, string metricNamespace, string name, params ReadOnlySpan<MetricDimension> dimensions)
    {
        Region = region;
        Account = account;
        Namespace = metricNamespace;
        Name = name;
        var sorted = dimensions.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        _dimensions = string.Join(Separator, sorted.Select(d => d.Name + Separator + d.Value));
    }

    /// <summary>The Region where it is published.</summary>
    public string Region { get; }

    /// <summary>The account it belongs to.</summary>
    public string Account { get; }

    /// <summary>The namespace.</summary>
    public string Namespace { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The dimensions as they are stored.</summary>
    public string DimensionText => _dimensions;

    /// <summary>The dimensions, by name.</summary>
    public ImmutableArray<MetricDimension> Dimensions => ReadDimensions(_dimensions);

    /// <summary>The identity of a stored metric.</summary>
    public static MetricIdentity Stored(string region, string account, string metricNamespace, string name, string dimensions) =>
        new(region, account, metricNamespace, name, ReadDimensions(dimensions).AsSpan());

    /// <summary>Whether dimensions hold a character that they cannot be stored with.</summary>
    public static bool CanStore(string text) => !text.Contains(Separator, StringComparison.Ordinal);

    private static ImmutableArray<MetricDimension> ReadDimensions(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var parts = text.Split(Separator);
        return [.. Enumerable.Range(0, parts.Length / 2).Select(i => new MetricDimension(parts[2 * i], parts[(2 * i) + 1]))];
    }
}
