using Mrap.Core.Comparison;

namespace Mrap.Web.Navigation;

/// <summary>What the comparison of settings shows, as its address says it.</summary>
/// <param name="Opened">The setting whose details are open; null for none.</param>
/// <param name="OnlyDifferences">Whether settings that are the same everywhere are left out.</param>
public sealed record ParityState(BucketSetting? Opened, bool OnlyDifferences) : IPageState<ParityState>
{
    /// <inheritdoc/>
    public static ParityState FromQuery(PageQuery query) =>
        new(query.Name<BucketSetting>("setting", "a setting such as versioning"), query.IsSet("differences"));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
        [("setting", Opened is { } setting ? PageQuery.NameOf(setting) : null), ("differences", OnlyDifferences ? "1" : null)];
}
