using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Circuit;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Details;

public sealed partial class AccessPointPage : IDisposable
{
    // Others change access points too: a page at rest looks again now and then.
    private const int TicksAtRest = 5;

    private const string Gone = "NoSuchMultiRegionAccessPoint";

    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _gone = new();
    private string? _loaded;
    private AccessPointDetails? _details;
    private AwsFault? _fault;
    private AccessPointTab? _tab;
    private ITimer? _poll;
    private int _ticks;
    private OperationSnapshot? _settled;

    [Inject]
    public required GetAccessPoint GetAccessPoint { get; set; }

    [Inject]
    public required OperationLog Operations { get; set; }

    [Inject]
    public required Flashes Messages { get; set; }

    [Inject]
    public required NavigationManager Navigator { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    public required string Name { get; set; }

    [Parameter]
    public string? Tab { get; set; }

    public void Dispose()
    {
        Operations.Changed -= OnOperation;
        _poll?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        Operations.Changed += OnOperation;
        _poll = Time.CreateTimer(_ => _ = InvokeAsync(PollAsync), state: null, s_settling, s_settling);
    }

    protected override async Task OnParametersSetAsync()
    {
        _tab = AccessPointTab.Find(Tab);
        if (Name == _loaded || !RendererInfo.IsInteractive)
        {
            return;
        }

        (_loaded, _details, _fault) = (Name, null, null);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (!AccessPointName.Parse(Name).TryGet(out var name))
        {
            _fault = new AwsFault(
                Gone, "There is no access point of this name.", $"`{Name}` is not a name that an access point can have.",
                "Check the address, or choose one from the list.");
            return;
        }

        try
        {
            var outcome = await GetAccessPoint.ExecuteAsync(name, _gone.Token);
            if (outcome.TryGet(out var details, out _fault))
            {
                _details = details;
            }
            else if (
                _details is not null
                    && _fault.Code == Gone
                    && Operations.Of(name).FirstOrDefault() is not { Kind: AsyncOperationKind.Delete })
            {
                _details = null;
                _fault = _fault with
                {
                    WhatHappened = $"The access point `{name}` has been deleted.",
                    Why = "Somebody deleted it while this page was open. Its buckets and their objects are still there.",
                    WhatToDo = "Its alias never comes back; clients that use it need another access point."
                };
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page is gone: there is nothing left to show.
        }
    }

    private void OnEnded(OperationSnapshot operation)
    {
        if (operation is { Kind: AsyncOperationKind.Delete, Status: AsyncOperationStatus.Succeeded })
        {
            Messages.Success(
                $"delete-{operation.AccessPoint}", $"{operation.AccessPoint} is deleted. Its buckets and their objects are still there.");
            Navigator.NavigateTo(ConsoleUrls.AccessPoints);
        }
        else if (operation is { Kind: AsyncOperationKind.Create, Status: AsyncOperationStatus.Succeeded })
        {
            Messages.Success(
                $"create-{operation.AccessPoint}", $"{operation.AccessPoint} is ready.", "Try a request",
                ConsoleUrls.AccessPoint(operation.AccessPoint, AccessPointTab.Requests));
        }
    }

    private async Task PollAsync()
    {
        if (
            !_gone.IsCancellationRequested
                && _details is { AccessPoint.Status: var status }
                && (status.IsSettling() || ++_ticks % TicksAtRest == 0))
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private void OnOperation(object? sender, EventArgs args)
    {
        if (
            AccessPointName.Parse(Name).TryGet(out var name)
                && Operations.Of(name).FirstOrDefault() is { IsFinal: true } operation
                && operation != _settled)
        {
            _settled = operation;
            _ = InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
        }
    }
}
