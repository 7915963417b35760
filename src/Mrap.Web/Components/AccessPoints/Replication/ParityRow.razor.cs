using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Comparison;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Facts;
using Mrap.Core.Regions;
using Mrap.Web.Circuit;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>One setting of the buckets side by side, and the change that brings them in line.</summary>
public sealed partial class ParityRow
{
    private const int LongestSummary = 28;

    private readonly string _id = $"parity-{Guid.NewGuid():N}";
    private int? _model;
    private ParityPlan? _plan;
    private PlanProgress? _progress;
    private AwsFault? _fault;
    private ElementReference _heading;
    private bool _isRunning;
    private bool _toHeading;

    [Inject]
    public required CompareSettings Compare { get; set; }

    [Inject]
    public required FixParity Fix { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    [Inject]
    public required Flashes Messages { get; set; }

    [Parameter]
    [EditorRequired]
    public required SettingComparison Row { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    /// <summary>Raised when the details are to be opened or closed.</summary>
    [Parameter]
    public EventCallback OnToggle { get; set; }

    /// <summary>Raised when settings were changed.</summary>
    [Parameter]
    public EventCallback OnFixed { get; set; }

    private string? WhyNot => Compare.WhyNotCopied(Row.Setting);

    private bool MayFix => User.Current.May(ChangeAction.AlignBucketSettings);

    private IReadOnlyList<(int, string)> Models =>
    [
        .. Enumerable.Range(0, Row.Values.Length).Where(index => Row.Values[index] is Fact<string>.Known)
            .Select(index => (index, NameOf(index))),
    ];

    // What most have is the likeliest wish.
    private int Model => _model ?? Math.Max(0, Row.Verdicts.IndexOf(ParityVerdict.Same));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toHeading)
        {
            _toHeading = false;
            await _heading.FocusAsync();
        }
    }

    private Task ReviewAsync()
    {
        var (setting, model) = (Row.Setting, AccessPoint.Members[Model]);
        return RunWhileAsync(
            () => setting == Row.Setting,
            cancellationToken => Fix.PlanAsync(AccessPoint, setting, model, AccessPoint.Members, cancellationToken),
            outcome => _toHeading = outcome.TryGet(out _plan, out _fault));
    }

    private async Task ApplyAsync()
    {
        if (_plan is not { } plan || _isRunning)
        {
            return;
        }

        _isRunning = true;
        try
        {
            await RunAsync(async cancellationToken =>
            {
                await foreach (var progress in Fix.ExecuteAsync(plan, _progress?.ResumeFrom ?? 0, cancellationToken))
                {
                    _progress = progress;
                    StateHasChanged();
                }
            });
        }
        finally
        {
            _isRunning = false;
        }

        if (_progress is { IsSuccess: true })
        {
            Messages.Success(
                $"parity-{Row.Setting}",
                $"{Row.Setting.Title()} changed in {RegionNames.InSentence(plan.Fixes.Select(fix => fix.Member.Region))}.");
            await CloseAsync();
        }
    }

    private Task CloseAsync()
    {
        var isChanged = _progress is not null;
        (_plan, _progress, _fault, _model) = (null, null, null, null);
        return isChanged ? OnFixed.InvokeAsync() : Task.CompletedTask;
    }

    private string NameOf(int index) => RegionCatalog.ShortNameOf(AccessPoint.Members[index].Region);

    private static string Summary(Fact<string> value) => value switch
    {
        Fact<string>.Known { Value: "" } => "nothing set",
        Fact<string>.Known { Value: { Length: <= LongestSummary } text } when !text.Contains('\n') => text,
        Fact<string>.Known { Value: var text } => DisplayFormat.Count(text.Split('\n').Length, "line", "lines"),
        _ => string.Empty,
    };

    private static StatusKind Kind(ParityVerdict verdict) => verdict switch
    {
        ParityVerdict.Same => StatusKind.Success,
        ParityVerdict.Unknown => StatusKind.Info,
        _ => StatusKind.Warning,
    };

    private static string Word(ParityVerdict verdict) => verdict switch
    {
        ParityVerdict.Same => "Same",
        ParityVerdict.Odd => "Odd one out",
        ParityVerdict.Split => "Differs",
        _ => "Not known",
    };
}
