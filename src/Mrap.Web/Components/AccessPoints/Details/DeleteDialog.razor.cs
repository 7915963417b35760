using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Web.Navigation;
using MudBlazor;

namespace Mrap.Web.Components.AccessPoints.Details;

/// <summary>Asks for the name before an access point is deleted. Whether it is open is part of the address, so Back closes it.</summary>
public sealed partial class DeleteDialog : IDisposable
{
    private static readonly DialogOptions s_options = new() { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true };

    private readonly CancellationTokenSource _gone = new();
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

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnParametersSet()
    {
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
            var outcome = await DeleteAccessPoint.ExecuteAsync(AccessPoint.Name, _token, _gone.Token);
            _fault = outcome.Fault;
            if (outcome.IsSuccess)
            {
                Close();
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page is gone; the service has the request or not, and the list will tell.
        }
        finally
        {
            _isDeleting = false;
        }
    }
}
