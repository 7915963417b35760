using Mrap.Aws.Comparison;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Regions;

namespace Mrap.Web.Navigation;

/// <summary>What the gap finder shows, as its address says it. What is null does not limit.</summary>
public sealed record GapsState : IPageState<GapsState>
{
    /// <summary>Everything.</summary>
    public static GapsState None { get; } = new();

    /// <summary>What the compared keys begin with; empty for all.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>Whether versions and delete markers are compared.</summary>
    public bool WithVersions { get; init; }

    /// <summary>The key that is looked up; empty for none.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>Of the differences, those in which something of this is.</summary>
    public DifferenceAspects? Aspect { get; init; }

    /// <summary>Of the differences, those in which this Region lacks something.</summary>
    public RegionId? Region { get; init; }

    /// <summary>Of the differences, those with this reason.</summary>
    public GapReason? Reason { get; init; }

    /// <summary>Whether any difference is left out.</summary>
    public bool IsNarrowing => (Aspect, Region, Reason) != (null, null, null);

    /// <summary>What is compared.</summary>
    public GapQuery Query => new(Prefix, WithVersions);

    /// <inheritdoc/>
    public static GapsState FromQuery(PageQuery query) => new()
    {
        Prefix = query.Text("prefix", AccessPointObjectArn.MaxKeyBytes) ?? string.Empty,
        WithVersions = query.IsSet("versions"),
        Key = query.Text("key", AccessPointObjectArn.MaxKeyBytes) ?? string.Empty,
        Aspect = query.Value("differ", ParseAspect, "missing, deleted, size, etag or version"),
        Region = query.Region("region"),
        Reason = query.Name<GapReason>("why", "a reason such as pending"),
    };

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("prefix", Prefix),
        ("versions", WithVersions ? "1" : null),
        ("key", Key),
        ("differ", Aspect?.ToString().ToLowerInvariant()),
        ("region", Region?.Value),
        ("why", Reason is { } reason ? PageQuery.NameOf(reason) : null),
    ];

    /// <summary>The differences as a file.</summary>
    public static string CsvUrl(AccessPointName name, GapQuery query) => ConsoleUrls.WithQuery(
        ConsoleUrls.GapsCsv.Replace("{name}", name.Value, StringComparison.Ordinal),
        new GapsState { Prefix = query.Prefix, WithVersions = query.WithVersions }.ToQuery());

    private static DifferenceAspects? ParseAspect(string text) =>
        Enum.GetValues<DifferenceAspects>().Where(aspect => aspect != DifferenceAspects.None)
            .Select(aspect => (DifferenceAspects?)aspect)
            .FirstOrDefault(aspect => aspect.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase));
}
