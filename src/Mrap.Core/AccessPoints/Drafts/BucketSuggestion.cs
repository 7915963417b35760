using System.Text;
using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>Names for new buckets.</summary>
public static class BucketSuggestion
{
    private const string Fallback = "bucket";

    /// <summary>The access point's name with the Region in short, such as <c>media-euw1</c>.</summary>
    public static string For(string accessPointName, RegionId region) =>
        $"{(accessPointName.Length == 0 ? Fallback : accessPointName.TrimEnd('-'))}-{Short(region)}";

    /// <summary>The Region in short: <c>ap-southeast-2</c> is <c>apse2</c>.</summary>
    public static string Short(RegionId region)
    {
        var parts = region.Value.Split('-');
        var shortened = new StringBuilder(parts[0]);
        foreach (var part in parts.AsSpan(1))
        {
            shortened.Append(part switch
            {
                "northeast" => "ne",
                "northwest" => "nw",
                "southeast" => "se",
                "southwest" => "sw",
                "north" or "south" or "east" or "west" or "central" => part[..1],
                _ => part,
            });
        }

        return shortened.ToString();
    }
}
