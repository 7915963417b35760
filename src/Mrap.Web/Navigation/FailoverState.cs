using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Navigation;

/// <summary>Which routes somebody is about to change, as the address of the failover tab says it.</summary>
/// <param name="Active">The codes of Regions that shall be active, by code, with commas between; null for none.</param>
/// <param name="Passive">The codes of Regions that shall be passive; null for none.</param>
/// <param name="IsAsked">Whether it is asked if the change shall be made.</param>
public sealed record FailoverState(string? Active, string? Passive, bool IsAsked) : IPageState<FailoverState>
{
    /// <summary>No changes.</summary>
    public static FailoverState None { get; } = new(Active: null, Passive: null, IsAsked: false);

    /// <inheritdoc/>
    public static FailoverState FromQuery(PageQuery query) =>
        new(Regions(query, "active"), Regions(query, "passive"), query.IsSet("confirm"));

    /// <summary>What the address says of a draft.</summary>
    public static FailoverState Of(RouteDraft draft) => new(
        Text(draft.Pending.Where(route => route.IsActive)), Text(draft.Pending.Where(route => !route.IsActive)), IsAsked: false);

    /// <summary>The draft over the routes as they are.</summary>
    public RouteDraft Draft(RouteTable now)
    {
        var draft = RouteDraft.Of(now);
        draft = Read(Active).Aggregate(draft, (all, region) => all.With(region, TrafficDial.Active));
        return Read(Passive).Aggregate(draft, (all, region) => all.With(region, TrafficDial.Passive));
    }

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
        [("active", Active), ("passive", Passive), ("confirm", IsAsked ? "1" : null)];

    private static string? Regions(PageQuery query, string name) => query.Value(
        name,
        text => text.Split(',') is var codes && codes.Length <= RouteTable.MaxRoutes
            && codes.All(code => RegionId.Parse(code).IsValid) ? string.Join(',', codes.Order(StringComparer.Ordinal)) : null,
        "Regions such as us-east-1 with commas between");

    private static string? Text(IEnumerable<Core.Routing.Route> routes) =>
        string.Join(',', routes.Select(route => route.Region.Value)) is { Length: > 0 } text ? text : null;

    private static IEnumerable<RegionId> Read(string? text) =>
        text is null ? [] : text.Split(',').Select(code => RegionId.Parse(code).Value);
}
