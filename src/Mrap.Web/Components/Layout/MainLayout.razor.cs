using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Mrap.Web.Components.Layout;

public sealed partial class MainLayout : IDisposable
{
    private bool _navigationOpen = true;
    private PageBoundary? _boundary;

    [Inject]
    public required NavigationManager Navigator { get; set; }

    /// <summary>The base address would turn a bare fragment into the start page.</summary>
    private string SkipTarget => $"{new Uri(Navigator.Uri).PathAndQuery}#content";

    public void Dispose() => Navigator.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized() => Navigator.LocationChanged += OnLocationChanged;

    private void ToggleNavigation() => _navigationOpen = !_navigationOpen;

    private void Recover() => _boundary?.Recover();

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(() =>
    {
        Recover();
        StateHasChanged();
    });
}
