using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Comparison;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>Finds the keys about which the buckets of an access point do not agree, and closes the gaps.</summary>
public sealed partial class GapsView
{
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private KeyLookupCard? _lookup;
    private CopyPanel? _panel;
    private string _prefix = string.Empty;
    private bool _withVersions;
    private GapProgress? _found;
    private CancellationTokenSource? _stop;
    private ChangePlan? _plan;
    private AwsFault? _fault;
    private ImmutableArray<Gap> _reviewed = [];
    private bool _toPanel;

    [Inject]
    public required FindGaps Find { get; set; }

    [Inject]
    public required ExamineGaps Examine { get; set; }

    [Inject]
    public required RequeueGaps Requeue { get; set; }

    [Inject]
    public required ReplicateGaps Replicate { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    private bool MayCopy => User.Current.May(ChangeAction.CopyObjects);

    private ImmutableArray<Gap> ChosenGaps => [.. _found!.Gaps.Where(gap => _chosen.Contains(gap.Difference.Key))];

    private bool CanReplicate => ChosenGaps.Any(ReplicateGaps.CanReplicate);

    private string CopyText => _chosen.Count switch
    {
        0 => "Copy to the Regions that lack them…",
        1 => "Copy 1 object to the Regions that lack it…",
        var count => $"Copy {DisplayFormat.Number(count)} objects to the Regions that lack them…",
    };

    protected override Task OnStateChangedAsync(GapsState? previous)
    {
        if (previous is null || (previous.Prefix, previous.WithVersions) != (State.Prefix, State.WithVersions))
        {
            (_prefix, _withVersions) = (State.Prefix, State.WithVersions);
        }

        return Task.CompletedTask;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toPanel && _panel is not null)
        {
            _toPanel = false;
            await _panel.FocusAsync();
        }
    }

    private async Task StartAsync()
    {
        if (_stop is not null)
        {
            return;
        }

        Keep(State with { Prefix = _prefix, WithVersions = _withVersions }, replace: true);
        (_found, _fault, _plan) = (null, null, null);
        _chosen.Clear();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ended);
        _stop = stop;
        try
        {
            await foreach (var progress in Find.ExecuteAsync(AccessPoint, State.Query, stop.Token))
            {
                _found = progress;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped here or by leaving the page: what was found until then stays.
        }
        finally
        {
            _stop = null;
        }
    }

    private Task CancelAsync() => _stop?.CancelAsync() ?? Task.CompletedTask;

    private async Task LookUp(string key)
    {
        if (key == State.Key)
        {
            await (_lookup?.RefreshAsync() ?? Task.CompletedTask);
        }
        else
        {
            Go(State with { Key = key });
        }
    }

    private void ClearFilters() => Go(State with { Aspect = null, Region = null, Reason = null }, replace: true);

    private ImmutableArray<Gap> Shown(GapProgress found) => [.. found.Gaps.Where(Matches)];

    private bool Matches(Gap gap) =>
        (State.Aspect is not { } aspect || gap.Difference.Aspects.HasFlag(aspect))
        && (State.Reason is not { } reason || gap.Reasons.Contains(reason))
        && (State.Region is not { } region || gap.Difference.Behind.Any(index => AccessPoint.Members[index].Region == region));

    private string Counter(GapProgress found)
    {
        var total = found.Counts.Total.ToString("N0", CultureInfo.CurrentCulture);
        var shown = State.IsNarrowing ? Shown(found).Length : found.Gaps.Length;
        return shown == found.Counts.Total ? total : $"{DisplayFormat.Number(shown)} of {total}";
    }

    private void ReviewChosen() => Review(ChosenGaps);

    private Task ReviewJobsAsync()
    {
        var chosen = ChosenGaps;
        return RunWhileAsync(
            () => _stop is null, cancellationToken => Replicate.PlanAsync(AccessPoint, chosen, cancellationToken), outcome =>
            {
                if (outcome.TryGet(out _plan, out _fault))
                {
                    (_reviewed, _toPanel) = (chosen, true);
                }
            });
    }

    private void Review(ImmutableArray<Gap> gaps)
    {
        if (Requeue.Plan(AccessPoint, gaps).TryGet(out _plan, out _fault))
        {
            _reviewed = gaps;
            _toPanel = true;
        }
    }

    // What was copied is asked about again, so that the page shows what is there and not what should be.
    private async Task ClosePanelAsync(bool isDone)
    {
        _plan = null;
        if (!isDone)
        {
            return;
        }

        _chosen.Clear();
        await (_lookup?.RefreshAsync() ?? Task.CompletedTask);
        var reviewed = _reviewed;
        await RunAsync(async cancellationToken =>
        {
            await foreach (var (gaps, _) in Examine.ExecuteAsync(AccessPoint, reviewed, cancellationToken))
            {
                reviewed = gaps;
            }
        });
        var now = reviewed.ToDictionary(gap => gap.Difference.Key, StringComparer.Ordinal);
        _found = _found is null
            ? null
            : _found with { Gaps = [.. _found.Gaps.Select(gap => now.GetValueOrDefault(gap.Difference.Key, gap))] };
    }
}
