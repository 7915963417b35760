using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Buckets;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Web.Navigation;
using MudBlazor;

namespace Mrap.Web.Components.AccessPoints.Create;

public sealed partial class CreatePage
{
    // The details page shows the waiting, live in each Region.
    private const string WaitStep = "wait";

    private static readonly DialogOptions s_dialog = new() { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small };

    private static readonly ImmutableArray<(string Title, string Url)> s_rail =
        [.. WizardSteps.All.Select(step => (step.Title(), ConsoleUrls.Create(step)))];

    private bool _isLoaded;
    private WizardStep _step;
    private CreateDraft _draft = CreateDraft.Empty;
    private FrozenSet<string>? _taken;
    private ImmutableArray<AccessPoint> _existing = [];
    private ImmutableArray<BucketSummary>? _buckets;
    private AwsFault? _bucketsFault;
    private AwsFault? _fault;
    private bool _hasTried;
    private ImmutableArray<FieldFault> _serverFaults = [];
    private CreateDraft? _planned;
    private ChangePlan? _plan;
    private AwsFault? _refusal;
    private PlanProgress? _progress;
    private CancellationTokenSource? _run;
    private bool _isRunning;
    private bool _isAsking;

    [Inject]
    public required CreateAccessPoint CreateAccessPoint { get; set; }

    [Inject]
    public required ListAccessPoints ListAccessPoints { get; set; }

    [Inject]
    public required ListBuckets ListBuckets { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    private DraftStore Store => new(Js);

    private FrozenSet<string> TakenNames => _taken ?? FrozenSet<string>.Empty;

    private WizardStep Furthest => WizardChecks.Furthest(_draft, TakenNames);

    private ImmutableArray<FieldFault> Shown =>
        [.. _serverFaults.Where(fault => fault.Step == _step), .. _hasTried ? WizardChecks.Of(_draft, _step, TakenNames) : []];

    protected override void OnComponentEnded()
    {
        base.OnComponentEnded();
        _run?.Dispose();
    }

    protected override async Task OnStateChangedAsync(CreateState? previous)
    {
        if (_isLoaded)
        {
            await ShowStepAsync();
        }
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? RunAsync(BeginAsync) : Task.CompletedTask;

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        _draft = await Store.ReadAsync(cancellationToken) ?? CreateDraft.Empty;
        await LookUpAsync();
        if (TakenNames.Contains(_draft.Name))
        {
            // The draft has become an access point since it was kept.
            await ChangeAsync(CreateDraft.Empty);
        }

        _isLoaded = true;
        await ShowStepAsync();
        StateHasChanged();
    }

    private async Task LookUpAsync()
    {
        var listing = ListAccessPoints.ExecuteAsync(Ended);
        var buckets = await ListBuckets.ExecuteAsync(Ended);
        (_buckets, _bucketsFault) = buckets.TryGet(out var found, out var bucketsFault)
            ? (found, null)
            : ((ImmutableArray<BucketSummary>?)null, bucketsFault);
        if ((await listing).TryGet(out var accessPoints, out _fault))
        {
            _existing = accessPoints;
            _taken = accessPoints.Select(accessPoint => accessPoint.Name.Value).ToFrozenSet(StringComparer.Ordinal);
        }
    }

    private async Task ShowStepAsync()
    {
        var step = State.Step <= Furthest ? State.Step : Furthest;
        if (step != _step)
        {
            (_step, _hasTried) = (step, false);
        }

        if (_step == WizardStep.Review && !ReferenceEquals(_planned, _draft))
        {
            await PlanAsync();
        }
    }

    private Task PlanAsync()
    {
        var draft = _draft;
        (_planned, _plan, _refusal, _progress, _serverFaults) = (draft, null, null, null, []);
        return CreateDraftMapper.Of(draft) is { } input
            ? RunWhileAsync(
                () => ReferenceEquals(_draft, draft),
                cancellationToken => CreateAccessPoint.PlanAsync(input, cancellationToken),
                outcome => ShowPlan(draft, input, outcome))
            : Task.CompletedTask;
    }

    private void ShowPlan(CreateDraft draft, CreateAccessPointInput input, Outcome<ChangePlan> outcome)
    {
        if (outcome.TryGet(out var plan, out _refusal))
        {
            _plan = plan;
        }
        else
        {
            var findings = CreateAccessPoint.Check(input, _existing);
            _serverFaults = findings.IsEmpty
                ? [CreateDraftMapper.Locate(_refusal.Code, _refusal.Why)]
                : [.. findings.Select(finding => CreateDraftMapper.Locate(draft, finding))];
        }
    }

    private async Task ChangeAsync(CreateDraft draft)
    {
        // A row that has just been added is not wrong yet, only empty.
        _hasTried &= draft.Buckets.Length <= _draft.Buckets.Length;
        _draft = draft;
        _serverFaults = [];
        await Store.WriteAsync(draft, Ended);
    }

    private async Task NextAsync()
    {
        if (_isRunning)
        {
            return;
        }

        if (_step == WizardStep.Review)
        {
            await CreateAsync(from: 0);
            return;
        }

        _hasTried = true;
        if (WizardChecks.Of(_draft, _step, TakenNames).IsEmpty && _step.After() is { } after)
        {
            Navigator.NavigateTo(ConsoleUrls.Create(after));
        }
    }

    private async Task CreateAsync(int from)
    {
        if (_plan is not { } plan || _isRunning)
        {
            return;
        }

        _isRunning = true;
        _refusal = null;
        _run = CancellationTokenSource.CreateLinkedTokenSource(Ended);
        try
        {
            await foreach (var progress in CreateAccessPoint.ExecuteAsync(plan.Without(WaitStep), from, _run.Token))
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
            _isRunning = false;
            _run.Dispose();
            _run = null;
        }

        if (_progress is { IsSuccess: true } && AccessPointName.Parse(plan.Target).TryGet(out var name))
        {
            Navigator.NavigateTo(ConsoleUrls.AccessPoint(name));
        }
    }

    private Task StopAsync() => _run?.CancelAsync() ?? Task.CompletedTask;

    private void Cancel()
    {
        if (_draft.HasContent)
        {
            _isAsking = true;
        }
        else
        {
            Leave();
        }
    }

    private void Leave() => Navigator.NavigateTo(ConsoleUrls.AccessPoints);

    private async Task DiscardAsync()
    {
        await ChangeAsync(CreateDraft.Empty);
        Leave();
    }

    private async Task RetryLookUpsAsync()
    {
        await LookUpAsync();
        await ShowStepAsync();
    }

    private string? ErrorOf(string field) => Shown.FirstOrDefault(fault => fault.Field == field)?.Message;
}
