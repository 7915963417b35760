using Microsoft.AspNetCore.Components;

namespace Mrap.Web.Components.Layout;

public sealed partial class PageFault
{
    [Parameter]
    [EditorRequired]
    public required Exception Fault { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }
}
