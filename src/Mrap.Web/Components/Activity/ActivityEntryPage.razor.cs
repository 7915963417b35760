using Microsoft.AspNetCore.Components;
using Mrap.Aws.Activity;
using Mrap.Aws.Faults;
using Mrap.Web.Data.Activity;
using MudBlazor.State;

namespace Mrap.Web.Components.Activity;

/// <summary>One entry of the activity log.</summary>
public sealed partial class ActivityEntryPage
{
    private readonly ParameterState<string> _id;
    private ActivityEntry? _entry;
    private AwsFault? _fault;

    public ActivityEntryPage()
    {
        using var parameters = CreateRegisterScope();
        _id = parameters.RegisterParameter<string>(nameof(Id)).WithParameter(() => Id!).WithChangeHandler(() => Post(LoadAsync));
    }

    [Inject]
    public required ReadActivity Activity { get; set; }

    [Parameter]
    public required string Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (RendererInfo.IsInteractive)
        {
            await LoadAsync();
        }
    }

    private Task LoadAsync()
    {
        var id = _id.Value;
        return RunWhileAsync(
            () => _id.Value == id,
            cancellationToken => Activity.FindAsync(id, cancellationToken),
            found => _entry = found.TryGet(out var entry, out _fault) ? entry : null);
    }
}
