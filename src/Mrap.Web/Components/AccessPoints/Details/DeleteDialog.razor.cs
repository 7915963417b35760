using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Web.Navigation;
using MudBlazor;

namespace Mrap.Web.Components.AccessPoints.Details;

/// <summary>Asks for the name before an access point is deleted. Whether it is open is part of the address, so Back closes it.</summary>
public sealed partial class DeleteDialog
{
    private static readonly DialogOptions s_options = new() { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true };

    private string _typed = string.Empty;
    private string _token = string.Empty;
    private bool _isDeleting;
    private AwsFault? _fault;

    [Inject]
    public required DeleteAccessPoint DeleteAccessPoint { get; set; }

    [Inject]
    public required NavigationManager Navigator { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    private bool IsConfirmed => _typed == AccessPoint.Name.Value;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (!IsOpen)
        {
            // One token for each time it is opened: clicking twice is one deletion, a later one is its own.
            (_typed, _token, _fault) = (string.Empty, Guid.NewGuid().ToString("N"), null);
        }
        else if (_token.Length == 0)
        {
            _token = Guid.NewGuid().ToString("N");
        }
    }

    private void Close() => Navigator.NavigateTo(ConsoleUrls.AccessPoint(AccessPoint.Name), replace: true);

    private async Task DeleteAsync()
    {
        if (!IsConfirmed || _isDeleting)
        {
            return;
        }

        _isDeleting = true;
        try
        {
            // Whether the service has the request when the component ends in between, the list will tell.
            await RunAsync(async cancellationToken =>
            {
                var outcome = await DeleteAccessPoint.ExecuteAsync(AccessPoint, _token, cancellationToken);
                _fault = outcome.Fault;
                if (outcome.IsSuccess)
                {
                    Close();
                }
            });
        }
        finally
        {
            _isDeleting = false;
        }
    }
}
