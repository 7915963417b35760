using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Mrap.Web.Circuit;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Shared;

/// <summary>
/// A page, or a tab of one, whose address says what it shows. The state is read when the page is opened and whenever its address says
/// something else: by a link, by Back, by the page itself.
/// </summary>
/// <typeparam name="TState">What the address says.</typeparam>
public abstract class PageComponent<TState> : ConsoleComponent
    where TState : class, IPageState<TState>
{
    private string _path = string.Empty;

    /// <summary>Where addresses are read and written.</summary>
    [Inject]
    public required NavigationManager Navigator { get; set; }

    /// <summary>Where it is said which parts of an address could not be read.</summary>
    [Inject]
    public required Flashes Messages { get; set; }

    /// <summary>What the address says.</summary>
    protected TState State { get; private set; } = TState.FromQuery(PageQuery.Of(string.Empty));

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        _path = PathOf(Navigator.Uri);
        ReadState();
        Navigator.LocationChanged += OnLocationChanged;
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => OnStateChangedAsync(previous: null);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        var path = PathOf(Navigator.Uri);
        if (path != _path)
        {
            // the same page of something else
            _path = path;
            await RereadAsync();
        }
    }

    /// <inheritdoc/>
    protected override void OnComponentEnded() => Navigator.LocationChanged -= OnLocationChanged;

    /// <summary>The state was read for the first time, or the address says something else than before.</summary>
    /// <param name="previous">What it said before; null for the first time.</param>
    protected virtual Task OnStateChangedAsync(TState? previous) => Task.CompletedTask;

    /// <summary>Goes to a state of this page.</summary>
    /// <param name="state">The state.</param>
    /// <param name="replace">Whether Back shall not lead to where it was: while somebody types or looks around.</param>
    protected void Go(TState state, bool replace = false)
    {
        if (!IsEnded)
        {
            Navigator.NavigateTo(UrlOf(state), replace: replace);
        }
    }

    /// <summary>Goes to a state that the page shows already: it is not told that it changed.</summary>
    /// <inheritdoc cref="Go"/>
    protected void Keep(TState state, bool replace = false)
    {
        if (!IsEnded)
        {
            State = state;
            Navigator.NavigateTo(UrlOf(state), replace: replace);
        }
    }

    private string UrlOf(TState state) => ConsoleUrls.WithQuery(_path, state.ToQuery());

    private static string PathOf(string uri) => new Uri(uri).AbsolutePath;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (PathOf(change.Location) == _path)
        {
            Post(RereadAsync);
        }
    }

    private Task RereadAsync()
    {
        var previous = State;
        return ReadState() ? OnStateChangedAsync(previous) : Task.CompletedTask;
    }

    private bool ReadState()
    {
        var query = PageQuery.Of(Navigator.Uri);
        var state = TState.FromQuery(query);
        if (!query.Dropped.IsEmpty && RendererInfo.IsInteractive)
        {
            Messages.Show(AddressFlashes.Of(query.Dropped));
        }

        if (state.Equals(State))
        {
            return false;
        }

        State = state;
        return true;
    }
}
