using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Aws.Replication;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>A change of replication rules: all it would do, and the button that does it.</summary>
public sealed partial class ReplicationReview
{
    private readonly string _id = $"review-{Guid.NewGuid():N}";
    private ElementReference _heading;
    private ReplicationPreview? _shown;
    private ChangePlan? _plan;
    private AwsFault? _refusal;
    private PlanProgress? _progress;
    private CancellationTokenSource? _run;
    private bool _mayRemove;
    private bool _isRunning;

    [Inject]
    public required ApplyReplication Apply { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Parameter]
    [EditorRequired]
    public required ReplicationPreview Preview { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the change means: a sentence or two.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>What is written on the button.</summary>
    [Parameter]
    [EditorRequired]
    public required string ApplyText { get; set; }

    /// <summary>Raised when all is done.</summary>
    [Parameter]
    public EventCallback OnApplied { get; set; }

    /// <summary>Raised when it is not wanted; without a handler there is no button for it.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>Raised when a run begins and ends.</summary>
    [Parameter]
    public EventCallback<bool> OnRunning { get; set; }

    /// <summary>Raised when the buckets are to be read again.</summary>
    [Parameter]
    public EventCallback OnReread { get; set; }

    private bool MayApply => _plan is { } plan && User.Current.May(plan.Change.Action);

    private string Removed => string.Join(
        ", ", Preview.Buckets.SelectMany(bucket => bucket.Removed.Select(rule => $"{rule.Id} of {bucket.Member.Bucket}")));

    /// <summary>Moves the focus to the heading.</summary>
    public ValueTask FocusAsync() => _heading.FocusAsync();

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Preview))
        {
            return;
        }

        (_shown, _progress, _mayRemove) = (Preview, null, false);

        // to show the steps removes nothing: the button asks again
        _plan = Apply.Plan(Preview, mayRemove: true).TryGet(out var plan, out _refusal) ? plan : null;
    }

    protected override void OnComponentEnded() => _run?.Dispose();

    private async Task ApplyAsync()
    {
        if (_plan is not { } plan || _isRunning)
        {
            return;
        }

        if (!Apply.Plan(Preview, _mayRemove).TryGet(out _, out _refusal))
        {
            return;
        }

        await SetRunningAsync(isRunning: true);
        _run = CancellationTokenSource.CreateLinkedTokenSource(Ended);
        try
        {
            await foreach (var progress in Apply.ExecuteAsync(plan, _progress?.ResumeFrom ?? 0, _run.Token))
            {
                _progress = progress;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (_run.IsCancellationRequested)
        {
            // Stopped by the person or by leaving: what is done stays done, and a new run passes over it.
            _progress = null;
        }
        finally
        {
            _run.Dispose();
            _run = null;
            await SetRunningAsync(isRunning: false);
        }

        if (_progress is { IsSuccess: true })
        {
            await OnApplied.InvokeAsync();
        }
    }

    private Task StopAsync() => _run?.CancelAsync() ?? Task.CompletedTask;

    private Task SetRunningAsync(bool isRunning)
    {
        _isRunning = isRunning;
        return IsEnded ? Task.CompletedTask : OnRunning.InvokeAsync(isRunning);
    }
}
