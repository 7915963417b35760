using Mrap.Core.Geography;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>A place a client sends requests from.</summary>
/// <param name="Id">A Region code such as <c>ap-northeast-1</c>, or a city's id such as <c>ng-lagos</c>.</param>
/// <param name="Name">The name to show, such as <c>Tokyo</c>.</param>
/// <param name="Kind">Inside AWS or in a city.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Country">The country it is in.</param>
/// <param name="Region">The Region it is inside of; null for a city.</param>
/// <param name="PopulationMillions">A relative weight in millions of people; 0 for a Region.</param>
public sealed record Vantage(
    string Id,
    string Name,
    VantageKind Kind,
    GeoPoint Position,
    string Country,
    RegionId? Region,
    double PopulationMillions)
{
    /// <summary>The row of this vantage in the tables computed ahead; -1 when it is not from the catalog.</summary>
    internal int Row { get; init; } = -1;
}
