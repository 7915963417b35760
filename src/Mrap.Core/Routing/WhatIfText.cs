using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>What a change does, in sentences.</summary>
public static class WhatIfText
{
    /// <summary>Says which Regions stop and begin to take traffic.</summary>
    /// <param name="now">The routes as they are.</param>
    /// <param name="wished">The routes as they shall be.</param>
    /// <returns>The sentences; none when nothing changes.</returns>
    public static ImmutableArray<string> OfRoutes(RouteTable now, RouteTable wished)
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        Add(sentences, wished, now, "begins to take", "begin to take");
        Add(sentences, now, wished, "stops taking", "stop taking");
        return sentences.ToImmutable();
    }

    /// <summary>Says what clients notice.</summary>
    /// <param name="whatIf">The change.</param>
    /// <returns>The sentences; one that says that nothing changes when nothing does.</returns>
    public static ImmutableArray<string> OfClients(WhatIf whatIf)
    {
        if (whatIf.Moved == 0)
        {
            return ["No client is served by another Region than before."];
        }

        var sentences = ImmutableArray.CreateBuilder<string>();
        sentences.Add($"{Percent(whatIf.Moved)} of clients are served by another Region than before.");
        if (whatIf.Cut > 0)
        {
            sentences.Add($"{Percent(whatIf.Cut)} of clients are served by nobody any more.");
        }

        if (whatIf is { Before.Median: { } before, After.Median: { } after })
        {
            sentences.Add(
                Math.Abs(after - before) < 0.5
                    ? $"The median round trip stays at {Ms(after)}."
                    : $"The median round trip {(after > before ? "rises" : "falls")} from {Ms(before)} to {Ms(after)}.");
        }

        var worst = whatIf.Clients.Where(client => client is { IsMoved: true, Slower: not null }).MaxBy(client => client.Slower);
        if (worst is { Slower: > LatencyModel.TieBandMilliseconds })
        {
            sentences.Add($"It costs {worst.Client.Name} most: {Ms(worst.Slower.Value)} more, {Ms(worst.After.Milliseconds)} in all.");
        }

        return sentences.ToImmutable();
    }

    private static void Add(
        ImmutableArray<string>.Builder sentences, RouteTable active, RouteTable passive, string one, string several)
    {
        var regions = active.Active.Where(route => passive.Find(route.Region) is not { IsActive: true })
            .Select(route => route.Region).ToArray();
        if (regions.Length > 0)
        {
            sentences.Add($"{RegionNames.InSentence(regions)} {(regions.Length == 1 ? one : several)} traffic.");
        }
    }

    private static string Percent(double share) => share is > 0 and < 0.005
        ? "Less than 1 %"
        : $"{(share * 100).ToString("0", CultureInfo.InvariantCulture)} %";

    private static string Ms(double value) => $"{value.ToString("#,0", CultureInfo.InvariantCulture)} ms";
}
