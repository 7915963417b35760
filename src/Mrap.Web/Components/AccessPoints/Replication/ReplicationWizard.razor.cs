using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Faults;
using Mrap.Aws.Replication;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication.Planning;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>Creates replication rules from a template, step by step. What was chosen is part of the address.</summary>
public sealed partial class ReplicationWizard
{
    private WizardBuckets? _model;
    private ReplicationStep _step;
    private ReplicationPreview? _preview;
    private AwsFault? _refusal;
    private ElementReference _heading;
    private bool _hasTried;
    private bool _toHeading;
    private bool _isRunning;
    private bool _isDone;

    [Inject]
    public required GetReplication GetReplication { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    private string? Error => _hasTried ? _model!.FaultOf(_step) : null;

    private ImmutableArray<(string Title, string Url)> Rail =>
    [
        .. Enum.GetValues<ReplicationStep>()
            .Select(step => (TitleOf(step), ConsoleUrls.CreateRules(AccessPoint.Name, State with { Step = step }))),
    ];

    protected override async Task OnStateChangedAsync(ReplicationWizardState? previous)
    {
        Show();
        _toHeading = previous is not null && previous.Step != State.Step;
        if (_step == ReplicationStep.Review && previous != State && RendererInfo.IsInteractive)
        {
            await LayOutAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toHeading && !_isDone)
        {
            _toHeading = false;
            await _heading.FocusAsync();
        }
    }

    private static string TitleOf(ReplicationStep step) => step switch
    {
        ReplicationStep.Buckets => "Template and buckets",
        ReplicationStep.Scope => "Which objects",
        ReplicationStep.Options => "Options",
        ReplicationStep.Review => "Review and create",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private void Show()
    {
        _model = WizardBuckets.Of(State, AccessPoint.Members);
        var step = State.Step <= _model.Furthest ? State.Step : _model.Furthest;
        if (step != _step)
        {
            (_step, _hasTried) = (step, false);
        }
    }

    private void Change(ReplicationWizardState state)
    {
        Keep(state with { Step = _step }, replace: true);
        Show();
    }

    private void Next()
    {
        _hasTried = true;
        if (_step < ReplicationStep.Review && _model!.FaultOf(_step) is null)
        {
            Go(State with { Step = _step + 1 });
        }
    }

    private Task LayOutAsync()
    {
        var (model, members) = (_model!, AccessPoint);
        (_preview, _refusal) = (null, null);
        return RunWhileAsync(
            () => ReferenceEquals(model, _model),
            cancellationToken => GetReplication.ExecuteAsync(members, cancellationToken),
            buckets => ApplyReplication.Preview(members, buckets, model.Desired, model.Mode).TryGet(out _preview, out _refusal));
    }
}
