namespace Mrap.Core.Regions;

/// <summary>Several Regions by name, as in a sentence.</summary>
public static class RegionNames
{
    /// <summary>The names of Regions with commas and an <c>and</c> between, in the order given.</summary>
    /// <param name="regions">The Regions.</param>
    /// <returns>Such as <c>Sydney, Tokyo and Ireland</c>; empty for none.</returns>
    public static string InSentence(IEnumerable<RegionId> regions)
    {
        string[] names = [.. regions.Select(region => RegionCatalog.ShortNameOf(region))];
        return names.Length > 1 ? $"{string.Join(", ", names[..^1])} and {names[^1]}" : string.Concat(names);
    }
}
