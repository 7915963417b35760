using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Core.Geography;
using Mrap.Core.Reference;

namespace Mrap.Core.Regions;

/// <summary>
/// The Regions known to this product (AWS page "Multi-Region Access Point restrictions and limitations"). Which of them support access
/// points is a table, not code.
/// </summary>
public static class RegionCatalog
{
    private static readonly FrozenDictionary<RegionId, Region> s_byId;

    static RegionCatalog()
    {
        using var table = ReferenceTable.Open("regions.json");
        All = [.. table.RootElement.GetProperty("regions").EnumerateArray().Select(Read).OrderBy(region => region.Id)];
        Commercial = [.. All.Where(region => region.IsCommercial)];
        AccessPointCapable = [.. All.Where(region => region.SupportsAccessPoints)];
        RouteControl = [.. new[] { "us-east-1", "us-west-2", "ap-southeast-2", "ap-northeast-1", "eu-west-1" }.Select(Known)];
        s_byId = All.ToFrozenDictionary(region => region.Id);
    }

    /// <summary>Every known Region of every partition, ordered by code.</summary>
    public static ImmutableArray<Region> All { get; }

    /// <summary>The Regions of the commercial partition, ordered by code.</summary>
    public static ImmutableArray<Region> Commercial { get; }

    /// <summary>The Regions in which an access point may have a bucket, ordered by code.</summary>
    public static ImmutableArray<Region> AccessPointCapable { get; }

    /// <summary>The one Region that manages access points: us-west-2.</summary>
    public static RegionId Management { get; } = Known("us-west-2");

    /// <summary>The five Regions that read and change routes.</summary>
    public static ImmutableArray<RegionId> RouteControl { get; }

    /// <summary>
    /// The Region to assume where nothing says otherwise: us-east-1, which is also the Region of a bucket without a location constraint.
    /// </summary>
    public static RegionId Default { get; } = Known("us-east-1");

    /// <summary>Looks a Region up.</summary>
    /// <param name="id">The code.</param>
    /// <returns>The Region, or null when it is not known.</returns>
    public static Region? Find(RegionId id) => s_byId.GetValueOrDefault(id);

    /// <summary>The short name of a Region, or its code when it is not known.</summary>
    /// <param name="id">The code.</param>
    /// <returns>Such as <c>Ireland</c>.</returns>
    public static string ShortNameOf(RegionId id) => Find(id)?.ShortName ?? id.Value;

    private static RegionId Known(string code) => RegionId.Parse(code).Value;

    private static Region Read(System.Text.Json.JsonElement row) => new(
        Known(row.Text("code")),
        row.Text("fullName"),
        row.Text("shortName"),
        row.Text("country"),
        row.Text("geography"),
        row.Text("partition"),
        new GeoPoint(row.Number("lat"), row.Number("lon")),
        row.Flag("optIn"),
        row.Flag("accessPoints"),
        row.Flag("original"));
}
