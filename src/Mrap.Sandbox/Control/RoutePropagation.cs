using Mrap.Core.Routing;

namespace Mrap.Sandbox.Control;

/// <summary>When a vantage learns of a route change: staggered, and the same for a vantage every time.</summary>
internal static class RoutePropagation
{
    private const uint Steps = 1000;

    /// <summary>The delay of a vantage: more than zero up to the whole propagation time, unless that is zero.</summary>
    public static TimeSpan DelayOf(Vantage vantage, TimeSpan propagation)
    {
        // FNV-1a: the order of vantages must not change between runs, as string.GetHashCode would.
        var hash = 2166136261u;
        foreach (var c in vantage.Id)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return propagation * (((hash % Steps) + 1) / (double)Steps);
    }
}
