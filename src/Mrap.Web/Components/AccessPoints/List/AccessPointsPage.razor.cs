using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Circuit;

namespace Mrap.Web.Components.AccessPoints.List;

public sealed partial class AccessPointsPage
{
    private ImmutableArray<AccessPointRow>? _rows;
    private ImmutableArray<AccessPointRow> _shown = [];
    private ImmutableArray<OperationSnapshot> _failed = [];
    private ImmutableArray<OperationSnapshot> _shownFailed = [];
    private AwsFault? _fault;

    [Inject]
    public required AccessPointListFeed AccessPoints { get; set; }

    [Inject]
    public required OperationLog Operations { get; set; }

    [Inject]
    public required ExampleLoader Example { get; set; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        Operations.Changed += OnOperation;
        Example.Changed += OnExample;
        Watch(AccessPoints.Feed, Fill);
    }

    protected override Task OnStateChangedAsync(AccessPointFilter? previous)
    {
        Show();
        return Task.CompletedTask;
    }

    protected override void OnComponentEnded()
    {
        base.OnComponentEnded();
        Operations.Changed -= OnOperation;
        Example.Changed -= OnExample;
    }

    private void Show()
    {
        if (_rows is { } rows)
        {
            var names = rows.Select(row => row.AccessPoint.Name).ToHashSet();
            _failed = [.. Operations.FailedCreations().Where(operation => !names.Contains(operation.AccessPoint))];
            (_shown, _shownFailed) = (State.Apply(rows), State.Apply(_failed));
        }
    }

    private void Dismiss(OperationSnapshot operation) => Operations.Forget(operation.TokenArn);

    private void Retry() => AccessPoints.Feed.Refresh();

    private void Fill()
    {
        if (AccessPoints.Feed.Current is not { } now)
        {
            return;
        }

        _fault = now.Fault;
        if (now.Value is { } list)
        {
            _rows = [.. list.AccessPoints.Select(accessPoint => new AccessPointRow(
                accessPoint,
                list.Routes.GetValueOrDefault(accessPoint.Name),
                accessPoint.Status.IsSettling() ? Operations.Of(accessPoint.Name).FirstOrDefault(operation => !operation.IsFinal) : null))];
            Show();
        }
    }

    private void OnOperation(object? sender, EventArgs args)
    {
        Retry();
        Post(Fill);
    }

    private void OnExample(object? sender, EventArgs args) => Post(static () => { });
}
