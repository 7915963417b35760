using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Sandbox.Control;

/// <summary>
/// Whether clients wait as long as their place would make them: one modelled round trip a request, with the spread that was measured
/// between Regions. Not unless it is asked for. Durable.
/// </summary>
internal sealed class NetworkDelays(ControlDatabase database, TimeProvider time)
{
    private const string Name = "delays";
    private const string Modelled = "modelled";

    private volatile bool _areModelled = database.Setting(Name) == Modelled;

    /// <summary>Whether they wait.</summary>
    public bool AreModelled => _areModelled;

    /// <summary>Says whether they wait.</summary>
    public void Set(bool areModelled)
    {
        database.SaveSetting(Name, areModelled ? Modelled : null);
        _areModelled = areModelled;
    }

    /// <summary>Nobody waits any more.</summary>
    public void Reset() => Set(areModelled: false);

    /// <summary>Lets a request from a vantage to a Region take as long as the way does.</summary>
    /// <param name="vantageId">Where the client is; null when that is not known.</param>
    public ValueTask ApplyAsync(string? vantageId, RegionId region, CancellationToken cancellation)
    {
        if (!_areModelled
            || VantageCatalog.Find(vantageId) is not { } vantage
            || LatencyModel.Between(vantage, region) is not { } latency)
        {
            return ValueTask.CompletedTask;
        }

#pragma warning disable CA5394 // chance here makes a network, it guards nothing
        var spread = vantage.Region is { } from ? LatencyModel.Spread(from, region) * Random.Shared.NextDouble() : 0;
#pragma warning restore CA5394
        return new ValueTask(Task.Delay(TimeSpan.FromMilliseconds(latency.Milliseconds + spread), time, cancellation));
    }
}
