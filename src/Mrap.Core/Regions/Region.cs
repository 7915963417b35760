using Mrap.Core.Geography;

namespace Mrap.Core.Regions;

/// <summary>An AWS Region and what this product needs to know of it.</summary>
/// <param name="Id">The code, such as <c>eu-west-1</c>.</param>
/// <param name="FullName">The name AWS prints, such as <c>Europe (Ireland)</c>.</param>
/// <param name="ShortName">The name for maps and tables, such as <c>Ireland</c>; unique among the Regions of a partition.</param>
/// <param name="Country">The country it is in.</param>
/// <param name="Geography">The location group, such as <c>Europe</c>.</param>
/// <param name="Partition">The partition, such as <c>aws</c>.</param>
/// <param name="Position">An approximate metro point, fit for distances and maps only.</param>
/// <param name="IsOptIn">Whether an account must enable it before use; false outside the commercial partition.</param>
/// <param name="SupportsAccessPoints">Whether an access point may have a bucket here (AWS page "Multi-Region Access Point
/// restrictions and limitations").</param>
/// <param name="IsOriginal">Whether it is one of the 17 Regions that access points were launched with in 2021.</param>
public sealed record Region(
    RegionId Id,
    string FullName,
    string ShortName,
    string Country,
    string Geography,
    string Partition,
    GeoPoint Position,
    bool IsOptIn,
    bool SupportsAccessPoints,
    bool IsOriginal)
{
    /// <summary>Whether it is in the commercial partition <c>aws</c>.</summary>
    public bool IsCommercial => string.Equals(Partition, "aws", StringComparison.Ordinal);
}
