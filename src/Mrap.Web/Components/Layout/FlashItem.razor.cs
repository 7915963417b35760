using Microsoft.AspNetCore.Components;
using Mrap.Web.Circuit;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Layout;

public sealed partial class FlashItem
{
    [Parameter]
    [EditorRequired]
    public required Flash Flash { get; set; }

    [Parameter]
    public EventCallback OnDismiss { get; set; }

    private StatusKind Icon => Flash.Kind switch
    {
        FlashKind.InProgress => StatusKind.InProgress,
        FlashKind.Success => StatusKind.Success,
        FlashKind.Warning => StatusKind.Warning,
        FlashKind.Error => StatusKind.Error,
        _ => StatusKind.Info,
    };

    private string Name => Icon.CssName();
}
