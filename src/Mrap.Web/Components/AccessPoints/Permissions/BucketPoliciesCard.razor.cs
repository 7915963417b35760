using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Web.Circuit;
using MudBlazor.State;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>Which buckets leave the decision to the access point, and the change that makes them do so.</summary>
public sealed partial class BucketPoliciesCard
{
    private static readonly IReadOnlyList<(bool, string)> s_targets = [(false, "This access point"), (true, "All of the account")];

    private readonly ParameterState<AccessPointPermissions> _permissions;
    private readonly HashSet<BucketName> _chosen = [];
    private readonly string _reviewId = $"review-{Guid.NewGuid():N}";
    private ImmutableArray<DelegationRow> _rows = [];
    private ImmutableArray<BucketPolicyChange> _changes = [];
    private bool _toAccount;
    private ChangePlan? _plan;
    private PlanProgress? _progress;
    private bool _isRunning;
    private AwsFault? _fault;
    private ElementReference _heading;
    private bool _toHeading;

    public BucketPoliciesCard()
    {
        using var parameters = CreateRegisterScope();
        _permissions = parameters.RegisterParameter<AccessPointPermissions>(nameof(Permissions)).WithParameter(() => Permissions!)
            .WithChangeHandler(Show);
    }

    [Inject]
    public required SaveBucketPolicies Save { get; set; }

    [Inject]
    public required Flashes Messages { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointPermissions Permissions { get; set; }

    /// <summary>Raised after bucket policies were changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    private bool CanSave => User.Current.May(ChangeAction.ReplaceBucketPolicies);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Show();
        _chosen.UnionWith(
            _rows.Where(row => row is { CanChange: true, Delegation.IsWhole: false }).Select(row => row.Bucket.Member.Bucket));
    }

    private void Show()
    {
        var permissions = _permissions.Value!;
        _rows = [.. permissions.Buckets.Select(bucket => DelegationRow.Of(bucket, permissions.AccessPoint))];
        _chosen.RemoveWhere(name => !_rows.Any(row => row.Bucket.Member.Bucket == name && row.CanChange));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toHeading)
        {
            _toHeading = false;
            await _heading.FocusAsync();
        }
    }

    private void Aim(bool toAccount)
    {
        _toAccount = toAccount;
        if (_plan is not null && _progress is null && !_isRunning)
        {
            Review();
        }
    }

    private void Choose(BucketName bucket, bool isChosen)
    {
        _ = isChosen ? _chosen.Add(bucket) : _chosen.Remove(bucket);
        if (!_isRunning)
        {
            (_plan, _progress) = (null, null);
        }
    }

    private void Review()
    {
        _changes = [
            .. _rows.Where(row => _chosen.Contains(row.Bucket.Member.Bucket))
            .Select(row => row.Delegate(Permissions.AccessPoint, _toAccount))
            .OfType<BucketPolicyChange>()];
        (_plan, _progress, _fault) = (null, null, null);
        if (_changes.IsEmpty)
        {
            return;
        }

        if (Save.Plan(Permissions.AccessPoint.Name, _changes).TryGet(out var plan, out _fault))
        {
            (_plan, _toHeading) = (plan, true);
        }
    }

    private async Task ApplyAsync()
    {
        if (_plan is not { } plan || _isRunning)
        {
            return;
        }

        // What is done when the component ends stays done.
        _isRunning = true;
        try
        {
            await RunAsync(cancellationToken => RunPlanAsync(plan, cancellationToken));
        }
        finally
        {
            _isRunning = false;
        }
    }

    private async Task RunPlanAsync(ChangePlan plan, CancellationToken cancellationToken)
    {
        await foreach (var progress in Save.ExecuteAsync(plan, _progress?.ResumeFrom ?? 0, cancellationToken))
        {
            _progress = progress;
            StateHasChanged();
        }

        if (_progress is { IsSuccess: true })
        {
            Messages.Success(
                $"delegate-{Permissions.AccessPoint.Name}", $"{Delegating(_changes.Length)} to {Permissions.AccessPoint.Name}.");
            await CloseAsync();
        }
    }

    private Task CloseAsync()
    {
        (_plan, _progress, _fault) = (null, null, null);
        _chosen.Clear();
        return OnChanged.InvokeAsync();
    }

    private static string Delegating(int count) => count == 1 ? "One bucket now delegates" : $"{count} buckets now delegate";
}
