using Microsoft.AspNetCore.Components;
using Mrap.Web.Circuit;

namespace Mrap.Web.Components.Layout;

public sealed partial class FlashArea : IDisposable
{
    [Inject]
    public required Flashes Messages { get; set; }

    public void Dispose() => Messages.Changed -= OnChanged;

    protected override void OnInitialized() => Messages.Changed += OnChanged;

    private void OnChanged(object? sender, EventArgs args) => _ = InvokeAsync(StateHasChanged);
}
