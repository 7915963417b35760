using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Web.Navigation;

/// <summary>Which request's way is explained, as the address says it.</summary>
/// <param name="AccessPoint">The name of the access point; null for the first there is.</param>
/// <param name="From">Where the request comes from; null while nobody has said.</param>
/// <param name="Key">The key of the object; empty for none.</param>
/// <param name="View">Which part of the map is seen.</param>
public sealed record RouteState(string? AccessPoint, Vantage? From, string Key, MapView View) : IPageState<RouteState>
{
    /// <summary>Nothing asked.</summary>
    public static RouteState None { get; } = new(AccessPoint: null, From: null, string.Empty, default);

    /// <inheritdoc/>
    public static RouteState FromQuery(PageQuery query) => new(
        query.Value(
            "accessPoint",
            text => AccessPointName.Parse(text).TryGet(out var name) ? name.Value : null,
            "the name of an access point, such as media-global"),
        query.Place("from"),
        query.Text("key", AccessPointObjectArn.MaxKeyBytes) ?? string.Empty,
        query.Map());

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("accessPoint", AccessPoint),
        ("from", From?.Id),
        ("key", Key),
        ("map", View == default ? null : View.ToString()),
    ];
}
