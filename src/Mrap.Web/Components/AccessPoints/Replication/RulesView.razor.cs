using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Replication;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>
/// The replication rules between the buckets of an access point. What is opened, and what is about to be done, is in the address.
/// </summary>
public sealed partial class RulesView
{
    private ImmutableArray<BucketReplication>? _buckets;
    private ReplicationModel? _model;
    private MapScene? _scene;
    private string _drawn = string.Empty;
    private ImmutableArray<FailedReplication> _failed = [];
    private DateTimeOffset _now;
    private ReplicationPreview? _preview;
    private ReplicationReview? _review;
    private AwsFault? _refusal;
    private bool _toReview;
    private bool _isRunning;

    [Inject]
    public required GetReplication GetReplication { get; set; }

    [Inject]
    public required ApplyReplication Apply { get; set; }

    [Inject]
    public required AppliedReplication Applied { get; set; }

    [Inject]
    public required ReplicationWatchFeed Watched { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    private RuleRow? Opened => _model?.Find(State.Rule);

    private bool MayChange => User.Current.May(ChangeAction.EditReplication);

    private bool CanUndo => MayChange && Applied.Of(AccessPoint.Name) is not null;

    private string UndoUrl => ConsoleUrls.Rules(AccessPoint.Name, RulesState.None with { Action = RuleAction.Undo });

    private RuleQuestion Question => RuleQuestion.Of(State.Action ?? RuleAction.Edit, Opened);

    private string MapSummary =>
        $"World map with the replication between {RegionNames.InSentence(_model!.Members.Select(member => member.Region))}: "
            + $"{DisplayFormat.Count(_model.CountOn, "enabled rule", "enabled rules")}. The table beside it has them all.";

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (RendererInfo.IsInteractive)
        {
            if (Watched.IsKnown)
            {
                Watch(Watched.Feed, Show);
            }

            await LoadAsync();
        }
    }

    protected override Task OnStateChangedAsync(RulesState? previous)
    {
        LayOut();
        return Task.CompletedTask;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toReview && _review is not null)
        {
            _toReview = false;
            await _review.FocusAsync();
        }
    }

    private Task LoadAsync() => RunAsync(async cancellationToken =>
    {
        _buckets = await GetReplication.ExecuteAsync(AccessPoint, cancellationToken);
        Show();
        LayOut();
    });

    private void Show()
    {
        _now = Time.GetUtcNow();
        var watch = Watched.IsKnown ? Watched.Feed.Current?.Value : null;
        _failed = [.. (watch?.Failed ?? []).Where(failure => AccessPoint.Members.Any(member => member.Bucket == failure.Bucket))];
        if (_buckets is not { } buckets)
        {
            return;
        }

        _model = ReplicationModel.Of(buckets, watch);
        var scene = ReplicationScene.Of(AccessPoint.Name, _model, _now);
        var drawn = string.Join('|', scene.Arcs.Select(arc => $"{arc.Title}{arc.State}{arc.Url}"));
        if (_scene is null || drawn != _drawn)
        {
            (_scene, _drawn) = (scene, drawn);
        }
    }

    // a plan under way is not laid out anew
    private void LayOut()
    {
        if (_isRunning || _buckets is not { } buckets)
        {
            return;
        }

        (_preview, _refusal) = (null, null);
        var outcome = (State.Action, Opened) switch
        {
            (RuleAction.Undo, _) => Apply.PreviewUndo(AccessPoint, buckets),
            (RuleAction.Enable, { } row) => Edit(buckets, row, rules => RuleEdits.SetStatus(rules, row.Address.Id, RuleStatus.Enabled)),
            (RuleAction.Disable, { } row) => Edit(buckets, row, rules => RuleEdits.SetStatus(rules, row.Address.Id, RuleStatus.Disabled)),
            (RuleAction.Delete, { } row) => Edit(buckets, row, rules => RuleEdits.Remove(rules, row.Address.Id)),
            _ => null,
        };
        _toReview = outcome is not null && outcome.TryGet(out _preview, out _refusal);
    }

    private void Revise(ReplicationRule rule)
    {
        if (_buckets is { } buckets && Opened is { } row)
        {
            _toReview = Edit(buckets, row, rules => RuleEdits.Replace(rules, row.Address.Id, rule)).TryGet(out _preview, out _refusal);
        }
    }

    private Outcome<ReplicationPreview> Edit(
        ImmutableArray<BucketReplication> buckets, RuleRow row, Func<ReplicationConfiguration, MergedRules> edit) =>
        ApplyReplication.PreviewEdit(AccessPoint, buckets, row.Source.Bucket, edit);

    private async Task AppliedAsync()
    {
        Messages.Success(
            $"replication-{AccessPoint.Name}", Question.Done, "Find what is missing",
            ConsoleUrls.Replication(AccessPoint.Name, ReplicationView.Gaps));
        _preview = null;
        Go(State with { Rule = State.Action == RuleAction.Delete ? null : State.Rule, Action = null }, replace: true);
        await LoadAsync();
    }
}
