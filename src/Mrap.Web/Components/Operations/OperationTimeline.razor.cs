using Microsoft.AspNetCore.Components;
using Mrap.Aws.Faults;
using Mrap.Aws.Feeds;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Components.Shared;
using MudBlazor.State;

namespace Mrap.Web.Components.Operations;

/// <summary>
/// Follows the latest operation on an access point until it ends. Nothing is shown when there was none, or it had ended well before this
/// was opened.
/// </summary>
public sealed partial class OperationTimeline
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    private readonly ParameterState<AccessPointName> _accessPoint;
    private OperationSnapshot? _operation;
    private AwsFault? _fault;
    private Feed<OperationSnapshot>? _feed;
    private FeedSubscription? _watch;

    public OperationTimeline()
    {
        using var parameters = CreateRegisterScope();
        _accessPoint = parameters.RegisterParameter<AccessPointName>(nameof(AccessPoint)).WithParameter(() => AccessPoint)
            .WithChangeHandler(() => Post(Begin));
    }

    [Inject]
    public required OperationLog Operations { get; set; }

    [Inject]
    public required OperationFeeds Feeds { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointName AccessPoint { get; set; }

    /// <summary>Raised once for each operation that ended while it was followed.</summary>
    [Parameter]
    public EventCallback<OperationSnapshot> OnEnded { get; set; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            Operations.Changed += OnOperation;
            Own(Time.CreateTimer(_ => Tick(), state: null, s_tick, s_tick));
            Begin();
        }
    }

    protected override void OnComponentEnded() => Operations.Changed -= OnOperation;

    private void Begin()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        _watch?.Dispose();
        (_feed, _watch, _operation, _fault) = (null, null, null, null);
        if (Operations.Of(_accessPoint.Value).FirstOrDefault() is { Status: not AsyncOperationStatus.Succeeded } latest)
        {
            Follow(latest);
        }
    }

    private void Follow(OperationSnapshot operation)
    {
        _operation = operation;
        if (operation.IsFinal)
        {
            return;
        }

        _watch?.Dispose();
        _feed = Feeds.Of(operation.TokenArn);
        _watch = Watch(_feed, ShowAsync);
    }

    private Task ShowAsync()
    {
        if (_feed?.Current is not { } now)
        {
            return Task.CompletedTask;
        }

        _fault = now.Fault;
        if (now.Value is not { } snapshot)
        {
            return Task.CompletedTask;
        }

        _operation = snapshot;
        if (!snapshot.IsFinal)
        {
            return Task.CompletedTask;
        }

        _watch?.Dispose();
        (_feed, _watch) = (null, null);
        return OnEnded.InvokeAsync(snapshot);
    }

    private void OnOperation(object? sender, EventArgs args) => Post(() =>
    {
        if (Operations.Of(_accessPoint.Value).FirstOrDefault() is { IsFinal: false } operation
            && operation.TokenArn != _operation?.TokenArn)
        {
            Follow(operation);
        }
    });

    private void Tick()
    {
        if (_operation is { IsFinal: false })
        {
            Post(static () => { });
        }
    }

    private string Elapsed(OperationSnapshot operation)
    {
        var end = operation.IsFinal ? operation.ObservedAt : Time.GetUtcNow();
        return $"{(operation.IsFinal ? "took" : "for")} {DisplayFormat.Duration(end - operation.CreatedAt)}";
    }
}
