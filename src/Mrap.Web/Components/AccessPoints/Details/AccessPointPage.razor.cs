using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Feeds;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Circuit;
using Mrap.Web.Navigation;
using MudBlazor.State;

namespace Mrap.Web.Components.AccessPoints.Details;

public sealed partial class AccessPointPage
{
    private const string Gone = "NoSuchMultiRegionAccessPoint";

    private readonly ParameterState<string> _name;
    private Feed<AccessPointDetails>? _feed;
    private FeedSubscription? _watch;
    private AccessPointDetails? _details;
    private AwsFault? _fault;
    private OperationSnapshot? _seen;

    public AccessPointPage()
    {
        using var parameters = CreateRegisterScope();
        _name = parameters.RegisterParameter<string>(nameof(Name)).WithParameter(() => Name!).WithChangeHandler(() => Post(Follow));
    }

    [Inject]
    public required AccessPointFeeds Feeds { get; set; }

    [Inject]
    public required OperationLog Operations { get; set; }

    [Inject]
    public required Flashes Messages { get; set; }

    [Inject]
    public required NavigationManager Navigator { get; set; }

    [Parameter]
    public required string Name { get; set; }

    [Parameter]
    public string? Tab { get; set; }

    /// <summary>A part of a tab, where the tab has parts.</summary>
    [Parameter]
    public string? View { get; set; }

    private AccessPointTab? Chosen =>
        AccessPointTab.Find(Tab) is { } tab && (View is null || tab.Slug == AccessPointTab.Replication) ? tab : null;

    // The latest operation, when it is a creation that has not made the access point, or not yet.
    private OperationSnapshot? Creation =>
        AccessPointName.Parse(Name).TryGet(out var name)
            && Operations.Of(name).FirstOrDefault() is { Kind: AsyncOperationKind.Create, Status: not AsyncOperationStatus.Succeeded } last
                ? last
                : null;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Operations.Changed += OnOperation;
        Follow();
    }

    protected override void OnComponentEnded() => Operations.Changed -= OnOperation;

    // Before the circuit is there, nothing is read: it would be read twice.
    private void Follow()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        _watch?.Dispose();
        (_feed, _watch, _details, _fault) = (null, null, null, null);
        if (!AccessPointName.Parse(_name.Value).TryGet(out var name))
        {
            _fault = new AwsFault(
                Gone, "There is no access point of this name.", $"`{_name.Value}` is not a name that an access point can have.",
                "Check the address, or choose one from the list.");
            return;
        }

        _feed = Feeds.Of(name);
        _watch = Watch(_feed, Show);
    }

    private void Show()
    {
        if (_feed?.Current is not { } now)
        {
            return;
        }

        (_details, _fault) = (now.Value, now.Fault);
        if (now.Fault is not { Code: Gone } fault)
        {
            return;
        }

        if (Creation is not null)
        {
            // It is not there because it is not made: its operation says why.
            _details = null;
            return;
        }

        if (now.Value?.AccessPoint.Name is not { } name
            || Operations.Of(name).FirstOrDefault() is { Kind: AsyncOperationKind.Delete })
        {
            return;
        }

        _details = null;
        _fault = fault with
        {
            WhatHappened = $"The access point `{name}` has been deleted.",
            Why = "Somebody deleted it while this page was open. Its buckets and their objects are still there.",
            WhatToDo = "Its alias never comes back; clients that use it need another access point.",
        };
    }

    private void Retry() => _feed?.Refresh();

    private void OnOperationEnded(OperationSnapshot operation)
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

    private void OnOperation(object? sender, EventArgs args)
    {
        if (AccessPointName.Parse(_name.Value).TryGet(out var name)
            && Operations.Of(name).FirstOrDefault() is { } operation
            && operation != _seen)
        {
            _seen = operation;
            if (operation.IsFinal)
            {
                Retry();
            }

            Post(Show);
        }
    }
}
