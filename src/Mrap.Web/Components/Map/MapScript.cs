using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mrap.Core.Maps;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Map;

/// <summary>What moves a map in the browser. Calls to one that is gone, with its page, do nothing.</summary>
internal sealed class MapScript : IAsyncDisposable
{
    private readonly IJSObjectReference _module;
    private readonly IJSObjectReference _map;
    private MapView _shown;

    private MapScript(IJSObjectReference module, IJSObjectReference map, MapView shown)
    {
        _module = module;
        _map = map;
        _shown = shown;
    }

    /// <summary>Makes a map move; null where the script cannot be loaded, and the map is a still picture.</summary>
    /// <param name="ended">Ends with the owner, which can then no longer be handed to the browser: null, too.</param>
    public static async Task<MapScript?> OpenAsync(
        IJSRuntime script, ElementReference frame, DotNetObjectReference<WorldMap> owner, MapView view, CancellationToken ended)
    {
        try
        {
            // What the browser has begun to make is awaited even then: nobody else could let go of it.
            var module = await script.InvokeAsync<IJSObjectReference>("import", CancellationToken.None, "./js/world-map.js");
            if (ended.IsCancellationRequested)
            {
                await SafelyAsync(module.DisposeAsync());
                return null;
            }

            var size = new { width = MapProjection.Width, height = MapProjection.Height, maxZoom = MapView.MaxZoom };
            var map = await module.InvokeAsync<IJSObjectReference>(
                "create", CancellationToken.None, frame, owner, size, view.X, view.Y, view.Zoom);
            return new MapScript(module, map, view);
        }
        catch (Exception missing) when (missing is JSException or JSDisconnectedException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Notes where the map was moved to in the browser, so that it is not moved there once more.</summary>
    public void Moved(MapView view) => _shown = view;

    /// <summary>Moves the map to a view, unless it is there.</summary>
    public Task ShowAsync(MapView view)
    {
        if (_shown == view)
        {
            return Task.CompletedTask;
        }

        _shown = view;
        return SafelyAsync(_map.InvokeVoidAsync("show", view.X, view.Y, view.Zoom));
    }

    public async ValueTask DisposeAsync()
    {
        await SafelyAsync(_map.InvokeVoidAsync("dispose"));
        await SafelyAsync(_map.DisposeAsync());
        await SafelyAsync(_module.DisposeAsync());
    }

    private static async Task SafelyAsync(ValueTask call)
    {
        try
        {
            await call;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or JSException or TaskCanceledException or ObjectDisposedException)
        {
            // The page is gone, and the map with it.
        }
    }
}
