using Mrap.Core.Regions;

namespace Mrap.Web.Navigation;

/// <summary>What the page of the sandbox's Regions shows, as its address says it.</summary>
/// <param name="Region">The Region whose condition is being edited; null for none.</param>
/// <param name="IsEvery">Whether every Region is listed, and not only those that hold a bucket of an access point or have a fault.</param>
public sealed record SandboxState(RegionId? Region, bool IsEvery) : IPageState<SandboxState>
{
    /// <inheritdoc/>
    public static SandboxState FromQuery(PageQuery query) => new(query.Region("region"), query.IsSet("every"));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() => [("region", Region?.Value), ("every", IsEvery ? "1" : null)];
}
