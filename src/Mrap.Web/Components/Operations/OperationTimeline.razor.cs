using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;

namespace Mrap.Web.Components.Operations;

/// <summary>
/// Follows the latest operation on an access point until it ends. Nothing is shown when there was none, or it had ended well before this
/// was opened.
/// </summary>
public sealed partial class OperationTimeline : IDisposable
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _gone = new();
    private AccessPointName? _followed;
    private OperationSnapshot? _operation;
    private AwsFault? _fault;
    private string? _watched;
    private ITimer? _clock;

    [Inject]
    public required OperationLog Operations { get; set; }

    [Inject]
    public required WatchOperation Watch { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointName AccessPoint { get; set; }

    /// <summary>Raised once for each operation that ended while it was followed.</summary>
    [Parameter]
    public EventCallback<OperationSnapshot> OnEnded { get; set; }

    public void Dispose()
    {
        Operations.Changed -= OnOperation;
        _clock?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            Operations.Changed += OnOperation;
            _clock = Time.CreateTimer(_ => Tick(), state: null, s_tick, s_tick);
        }
    }

    protected override void OnParametersSet()
    {
        if (_followed == AccessPoint || !RendererInfo.IsInteractive)
        {
            return;
        }

        (_followed, _operation) = (AccessPoint, null);
        if (Operations.Of(AccessPoint).FirstOrDefault() is { } latest && latest.Status != AsyncOperationStatus.Succeeded)
        {
            Follow(latest);
        }
    }

    private void Follow(OperationSnapshot operation)
    {
        _operation = operation;
        if (!operation.IsFinal && _watched != operation.TokenArn)
        {
            _watched = operation.TokenArn;
            _ = InvokeAsync(() => WatchAsync(operation.TokenArn));
        }
    }

    private async Task WatchAsync(string token)
    {
        try
        {
            await foreach (var outcome in Watch.ExecuteAsync(token, _gone.Token))
            {
                _fault = outcome.Fault;
                if (outcome.TryGet(out var snapshot, out _))
                {
                    _operation = snapshot;
                    if (snapshot.IsFinal)
                    {
                        await OnEnded.InvokeAsync(snapshot);
                    }
                }

                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page is gone; the operation goes on without anybody looking.
        }
    }

    private void OnOperation(object? sender, EventArgs args) => _ = InvokeAsync(() =>
    {
        if (
            !_gone.IsCancellationRequested
                && Operations.Of(AccessPoint).FirstOrDefault() is { IsFinal: false } operation
                && operation.TokenArn != _watched)
        {
            Follow(operation);
            StateHasChanged();
        }
    });

    private void Tick() => _ = InvokeAsync(() =>
    {
        if (!_gone.IsCancellationRequested && _operation is { IsFinal: false })
        {
            StateHasChanged();
        }
    });

    private string Elapsed(OperationSnapshot operation)
    {
        var end = operation.IsFinal ? operation.ObservedAt : Time.GetUtcNow();
        var seconds = Math.Max(0, (end - operation.CreatedAt).TotalSeconds);
        var duration = seconds < 60
            ? seconds.ToString("N0", CultureInfo.CurrentCulture) + " s"
            : TimeSpan.FromSeconds(seconds).ToString("m' min 's' s'", CultureInfo.InvariantCulture);
        return $"{(operation.IsFinal ? "took" : "for")} {duration}";
    }
}
