using Mrap.Aws.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Routing;

/// <summary>Calls the route Regions one after another until one answers.</summary>
internal static class RouteRegions
{
    // A Region that is lost may swallow a call: the next one is worth more than the SDK's long patience.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(8);

    /// <summary>Calls.</summary>
    /// <param name="regions">The Regions in the order in which they are called.</param>
    /// <param name="whatFailed">What failed when a Region does not answer in time: a sentence.</param>
    /// <param name="call">The call; it is given up after eight seconds.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends all of it.</param>
    /// <returns>The first answer, or the fault of the Region that refused; of the last one when none answered.</returns>
    public static async Task<Outcome<RegionAnswer<T>>> TryEachAsync<T>(
        IEnumerable<RegionId> regions, string whatFailed, Func<RegionId, CancellationToken, Task<Outcome<T>>> call, TimeProvider time,
        CancellationToken cancellationToken)
        where T : notnull
    {
        var silent = new List<SilentRegion>();
        foreach (var region in regions)
        {
            var outcome = await TimeLimit.InvokeAsync(
                s_patience, whatFailed, region.Value, token => call(region, token), time, cancellationToken);
            if (outcome.TryGet(out var value, out var fault))
            {
                return new RegionAnswer<T>(region, value, [.. silent]);
            }

            if (!fault.IsTransient)
            {
                return fault;
            }

            silent.Add(new SilentRegion(region, fault));
        }

        return silent is [.., var last]
            ? last.Fault
            : throw new ArgumentException("there is no Region to call", nameof(regions));
    }
}
