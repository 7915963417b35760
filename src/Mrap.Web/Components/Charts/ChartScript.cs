using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mrap.Web.Components.Charts;

/// <summary>What lets a plot be read point by point in the browser. Calls to one that is gone, with its page, do nothing.</summary>
internal sealed class ChartScript : IAsyncDisposable
{
    private readonly IJSObjectReference _module;
    private readonly IJSObjectReference _chart;

    private ChartScript(IJSObjectReference module, IJSObjectReference chart)
    {
        _module = module;
        _chart = chart;
    }

    /// <summary>Makes a plot answer; null where the script cannot be loaded, and the plot is a still picture.</summary>
    /// <param name="ended">Ends with the owner, which can then no longer be handed to the browser: null, too.</param>
    public static async Task<ChartScript?> OpenAsync(
        IJSRuntime script, ElementReference frame, DotNetObjectReference<PlotView> owner, CancellationToken ended)
    {
        try
        {
            // What the browser has begun to make is awaited even then: nobody else could let go of it.
            var module = await script.InvokeAsync<IJSObjectReference>("import", CancellationToken.None, "./js/chart.js");
            if (ended.IsCancellationRequested)
            {
                await SafelyAsync(module.DisposeAsync());
                return null;
            }

            return new ChartScript(
                module, await module.InvokeAsync<IJSObjectReference>("create", CancellationToken.None, frame, owner));
        }
        catch (Exception missing) when (missing is JSException or JSDisconnectedException or TaskCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await SafelyAsync(_chart.InvokeVoidAsync("dispose"));
        await SafelyAsync(_chart.DisposeAsync());
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
            // The page is gone, and the plot with it.
        }
    }
}
