namespace Mrap.Web.Navigation;

/// <summary>What the form of generated traffic begins with, as its address says it.</summary>
/// <param name="AccessPoint">The name of the access point; null for the first.</param>
public sealed record TrafficPageState(string? AccessPoint) : IPageState<TrafficPageState>
{
    /// <inheritdoc/>
    public static TrafficPageState FromQuery(PageQuery query) => new(query.Text("accessPoint"));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() => [("accessPoint", AccessPoint)];
}
