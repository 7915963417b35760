using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Mrap.Web.Circuit;

namespace Mrap.Web.Components.Layout;

/// <summary>Holds a page whose component threw apart from the frame around it, and logs why once.</summary>
public sealed class PageBoundary : ErrorBoundary
{
    [Inject]
    public required ILogger<PageBoundary> Logger { get; set; }

    [Inject]
    public required NavigationManager Navigator { get; set; }

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        // the query may hold texts of people, such as policies
        CircuitLog.PageFailed(Logger, exception, new Uri(Navigator.Uri).AbsolutePath);
        return Task.CompletedTask;
    }
}
