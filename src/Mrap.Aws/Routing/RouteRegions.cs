using Mrap.Aws.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Routing;

/// <summary>Calls the route Regions one after another until one answers.</summary>
internal static class RouteRegions
{
    public static async Task<Outcome<T>> TryEachAsync<T>(IEnumerable<RegionId> regions, Func<RegionId, Task<Outcome<T>>> call)
        where T : notnull
    {
        Outcome<T>? last = null;
        foreach (var region in regions)
        {
            last = await call(region);
            if (last.Fault is not { IsTransient: true })
            {
                return last;
            }
        }

        return last ?? throw new ArgumentException("there is no Region to call", nameof(regions));
    }
}
