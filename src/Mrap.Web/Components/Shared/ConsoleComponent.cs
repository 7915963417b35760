using System.Globalization;
using Mrap.Aws.Feeds;
using MudBlazor;

namespace Mrap.Web.Components.Shared;

/// <summary>
/// What every component with work of its own has: a token that ends with it, work that may be cut off by its end and by nothing else,
/// and things that are let go of with it. Parameters that are to be noticed are registered with a change handler
/// (<see cref="ComponentBaseWithState.CreateRegisterScope"/>) that posts what it does: it may be called outside of the component's thread.
/// </summary>
public abstract class ConsoleComponent : ComponentBaseWithState, IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly List<IDisposable> _owned = [];
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    /// <summary>Keeps the token, which can still be asked when its source is gone.</summary>
    protected ConsoleComponent() => Ended = _ending.Token;

    /// <summary>Ends with the component. It can be asked at any time, afterwards too.</summary>
    protected CancellationToken Ended { get; }

    /// <summary>Whether the component is gone: what comes later is for nobody.</summary>
    protected bool IsEnded => Ended.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsEnded)
        {
            return;
        }

        _ending.Cancel();
        foreach (var owned in _owned)
        {
            owned.Dispose();
        }

        OnComponentEnded();
        _ending.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Called once when the component is gone, for what cannot be owned.</summary>
    protected virtual void OnComponentEnded()
    {
    }

    /// <summary>Lets go of something when the component ends.</summary>
    protected T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    /// <summary>
    /// Does work that stops with the component. That it was cut off by the component's end is no fault; all else is thrown.
    /// </summary>
    /// <param name="work">The work; it is given the component's token.</param>
    protected async Task RunAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Ended);
        }
        catch (OperationCanceledException) when (IsEnded)
        {
            // The component is gone: there is nothing left to show.
        }
    }

    /// <summary>
    /// Does work that stops with the component and whose answer is shown only if it is still wanted when it comes: what is looked at may
    /// have changed meanwhile, and a late answer must not take the place of a newer one.
    /// </summary>
    /// <param name="isWanted">Whether what was asked for is still what is looked at; asked when the answer has come.</param>
    /// <param name="work">The work; it is given the component's token.</param>
    /// <param name="show">Takes the answer.</param>
    protected Task RunWhileAsync<T>(Func<bool> isWanted, Func<CancellationToken, Task<T>> work, Action<T> show) =>
        RunAsync(async cancellationToken =>
        {
            var answer = await work(cancellationToken);
            if (!IsEnded && isWanted())
            {
                show(answer);
            }
        });

    /// <summary>Does something on the component's own thread and shows it, from whatever thread it is asked; not after its end.</summary>
    protected void Post(Func<Task> action)
    {
        if (!IsEnded)
        {
            _ = InvokeAsync(() => PostedAsync(action));
        }
    }

    /// <inheritdoc cref="Post(Func{Task})"/>
    protected void Post(Action action) => Post(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Looks at a feed for as long as the component lives.</summary>
    /// <param name="changed">
    /// Called on the component's own thread with what is known already, which may be a fault, and when something else was read; what it
    /// did is shown.
    /// </param>
    protected FeedSubscription Watch<T>(Feed<T> feed, Func<Task> changed)
        where T : class
    {
        var subscription = Own(feed.Subscribe(() => Post(changed)));
        if (feed.Current is not null)
        {
            Post(changed);
        }

        return subscription;
    }

    /// <inheritdoc cref="Watch{T}(Feed{T}, Func{Task})"/>
    protected FeedSubscription Watch<T>(Feed<T> feed, Action changed)
        where T : class => Watch(feed, () =>
        {
            changed();
            return Task.CompletedTask;
        });

    private async Task PostedAsync(Func<Task> action)
    {
        if (IsEnded)
        {
            return;
        }

        // whoever posts it, a feed or a timer, has no reader and so no culture
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _uiCulture);
        try
        {
            await action();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (IsEnded)
        {
            // The component went while it was at it.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
