using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Aws.Policies;
using Mrap.Core.Permissions.Templates;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Editing;
using Mrap.Web.Circuit;
using Mrap.Web.Components.Policies;
using Mrap.Web.Navigation;
using MudBlazor;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>Edits the policy of an access point: write, look at what changes, save, wait until it is established.</summary>
public sealed partial class PolicyEditing
{
    private static readonly IReadOnlyList<(bool, string)> s_views = [(false, "Text"), (true, "Difference")];
    private static readonly DialogOptions s_dialog = new() { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small };

    private PolicyEditor? _editor;
    private PolicyReview? _shown;
    private string _established = string.Empty;
    private string _text = string.Empty;
    private ImmutableArray<Finding> _findings = [];
    private bool _isDiff;
    private bool _isOvertaken;
    private AwsFault? _fault;
    private SaveReview? _review;
    private PlanProgress? _progress;
    private bool _isAsking;
    private string? _wanted;
    private bool _isLeaving;

    [Inject]
    public required SavePolicy Save { get; set; }

    [Inject]
    public required Flashes Messages { get; set; }

    [Inject]
    public required NavigationManager Navigator { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointPermissions Permissions { get; set; }

    [Parameter]
    [EditorRequired]
    public required PolicyEditorContext Context { get; set; }

    /// <summary>The template to have at hand, as in the address.</summary>
    [Parameter]
    public string? Template { get; set; }

    /// <summary>Raised once a policy was saved.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    /// <summary>Raised with the text once the writer pauses.</summary>
    [Parameter]
    public EventCallback<string> OnText { get; set; }

    private bool CanSave => User.Current.May(ChangeAction.ReplacePolicy);

    private bool IsDirty => _text != _established;

    private bool IsRunning => _progress is { IsFinished: false };

    private string ViewUrl => ConsoleUrls.AccessPoint(Permissions.AccessPoint.Name, AccessPointTab.Permissions);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _established = Begin();
        _text = _established;
        if (_text.Length == 0 && PolicyTemplate.Find(Template) is { Field: null } template)
        {
            _text = template.WriteFor(Permissions.AccessPoint, string.Empty);
        }
    }

    private Task TakeTextAsync(string text)
    {
        _text = text;
        return OnText.InvokeAsync(text);
    }

    // Others change policies too. What is saved here takes the place of theirs, so it must be compared with theirs.
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (_progress is not null || !Permissions.Policy.IsSuccess || Begin() is not { } begin || begin == _established)
        {
            return;
        }

        _isOvertaken = IsDirty;
        _text = IsDirty ? _text : begin;
        (_established, _review) = (begin, null);
    }

    private string Begin() => PolicyFormat.ForReading(Permissions.Policy.Value.Latest);

    private void Take(ImmutableArray<Finding> findings) => (_findings, _fault) = (findings, null);

    private async Task GoToAsync(Finding finding)
    {
        _isDiff = false;
        StateHasChanged();
        await _editor!.GoToAsync(finding.Span);
    }

    private Task ReplaceAsync(string text) => _editor!.WriteAsync(text);

    private async Task AddAsync(Func<string, string?> add)
    {
        await _editor!.FlushAsync();
        if (add(_text) is { } text)
        {
            await _editor.WriteAsync(text);
        }
        else
        {
            _fault = SaveReview.NotAPolicy("The statement was not added.");
        }
    }

    private async Task FormatAsync()
    {
        await _editor!.FlushAsync();
        if (PolicyFormat.Of(_text) is { } text)
        {
            await _editor.WriteAsync(text);
        }
        else
        {
            _fault = SaveReview.NotAPolicy("The text was not formatted.");
        }
    }

    private async Task ReviewAsync()
    {
        if (!CanSave || _review is not null)
        {
            return;
        }

        await _editor!.FlushAsync();
        _fault = SaveReview.Refusal(Permissions, _established, _text);
        if (_fault is null && Save.Plan(Permissions, _text).TryGet(out var plan, out _fault))
        {
            _fault = SaveReview.Refusal(Permissions, _findings);
            (_review, _progress) = (_fault is null ? SaveReview.Of(Permissions, _established, _text, _findings, plan) : null, null);
        }

        StateHasChanged();
        if (_shown is not null)
        {
            await _shown.FocusAsync();
        }
    }

    private async Task SaveAsync()
    {
        if (_review is not { } review || IsRunning)
        {
            return;
        }

        // A policy that was proposed when the component ends goes on to every Region.
        await RunAsync(async cancellation =>
        {
            await foreach (var progress in Save.ExecuteAsync(review.Plan, from: 0, cancellation))
            {
                _progress = progress;
                StateHasChanged();
            }

            if (_progress is { IsSuccess: true })
            {
                Messages.Success(
                    $"policy-{Permissions.AccessPoint.Name}",
                    $"The policy of {Permissions.AccessPoint.Name} is established in every Region.");
                _isLeaving = true;
                await OnSaved.InvokeAsync();
                Navigator.NavigateTo(ViewUrl);
            }
        });
    }

    private async Task BackAsync()
    {
        (_review, _progress) = (null, null);
        StateHasChanged();
        await _editor!.FocusAsync();
    }

    // The address of the editor itself may change, such as to another template; anything else leaves it.
    private Task GuardAsync(LocationChangingContext change)
    {
        var isHere = Navigator.ToAbsoluteUri(change.TargetLocation).AbsolutePath == Navigator.ToAbsoluteUri(ViewUrl).AbsolutePath
            && change.TargetLocation.Contains("edit=1", StringComparison.Ordinal);
        if (IsDirty && !_isLeaving && !isHere && !IsRunning)
        {
            change.PreventNavigation();
            (_wanted, _isAsking) = (change.TargetLocation, true);
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private void Leave()
    {
        (_isAsking, _isLeaving) = (false, true);
        Navigator.NavigateTo(_wanted ?? ViewUrl);
    }
}
