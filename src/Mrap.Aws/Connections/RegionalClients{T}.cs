using System.Collections.Concurrent;
using Mrap.Core.Regions;

namespace Mrap.Aws.Connections;

/// <summary>The clients of a service, one a Region, each made when first asked for and kept. Safe for concurrent use.</summary>
/// <param name="make">Makes the client of a Region.</param>
internal sealed class RegionalClients<T>(Func<RegionId, T> make) : IDisposable
    where T : IDisposable
{
    private readonly ConcurrentDictionary<RegionId, Lazy<T>> _clients = new();

    /// <summary>The client of a Region.</summary>
    public T In(RegionId region) => _clients.GetOrAdd(region, key => new Lazy<T>(() => make(key))).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }
}
