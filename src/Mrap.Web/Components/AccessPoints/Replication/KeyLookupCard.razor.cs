using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Comparison;
using Mrap.Aws.Requests;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Regions;
using Mrap.Web.Components.Shared;
using MudBlazor.State;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>What every bucket of an access point holds of one key.</summary>
public sealed partial class KeyLookupCard
{
    private readonly ParameterState<string> _key;
    private string _typed = string.Empty;
    private string? _mistake;
    private Gap? _gap;
    private ImmutableArray<ObjectPresence> _presence = [];
    private bool _isLoading;

    public KeyLookupCard()
    {
        using var parameters = CreateRegisterScope();
        _key = parameters.RegisterParameter<string>(nameof(Key)).WithParameter(() => Key!).WithChangeHandler(() => Post(LookUpAsync));
    }

    [Inject]
    public required LocateObject Locate { get; set; }

    [Inject]
    public required ExamineGaps Examine { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPoint AccessPoint { get; set; }

    /// <summary>The key that is looked up; empty for none.</summary>
    [Parameter]
    [EditorRequired]
    public required string Key { get; set; }

    /// <summary>Raised with the key that somebody wants looked up.</summary>
    [Parameter]
    public EventCallback<string> OnLookUp { get; set; }

    /// <summary>Raised with the gap that somebody wants closed.</summary>
    [Parameter]
    public EventCallback<Gap> OnCopy { get; set; }

    private (StatusKind Kind, string Text) Verdict => _gap!.Difference switch
    {
        { Aspects: DifferenceAspects.None } same when same.Copies.Any(copy => copy.State == CopyState.Unknown) =>
            (StatusKind.Info, "Not every bucket told what it holds."),
        { Aspects: DifferenceAspects.None, Newest: null } => (StatusKind.Stopped, "No Region has this key."),
        { Aspects: DifferenceAspects.None, IsDeleted: true } => (StatusKind.Stopped, "It is deleted."),
        { Aspects: DifferenceAspects.None } => (StatusKind.Success, "Every Region has the same object."),
        { IsUndecided: true } =>
            (StatusKind.Warning, "The copies differ and were written in the same second: nobody can tell which is the newer."),
        { IsDeleted: true } difference => (StatusKind.Warning, $"It is deleted, and {Names(difference)} still {Have(difference)} it."),
        var difference => (StatusKind.Warning, $"{Names(difference)} {Lack(difference)} what {NameOf(difference.Source!.Value)} has."),
    };

    /// <summary>Asks again.</summary>
    public Task RefreshAsync() => InvokeAsync(LookUpAsync);

    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LookUpAsync() : Task.CompletedTask;

    private async Task LookUpAsync()
    {
        var key = _key.Value!;
        (_typed, _mistake) = (key, null);
        if (key.Length == 0 || Encoding.UTF8.GetByteCount(key) > AccessPointObjectArn.MaxKeyBytes)
        {
            (_gap, _mistake) = (null, key.Length == 0 ? null : "A key has at most 1,024 bytes.");
            return;
        }

        _isLoading = true;
        await RunWhileAsync(
            () => _key.Value == key,
            async cancellationToken =>
            {
                var presence = await Locate.ExecuteAsync(AccessPoint, key, cancellationToken);
                return (Presence: presence, Gap: await Examine.ExplainAsync(AccessPoint, key, presence, cancellationToken));
            },
            found => (_presence, _gap, _isLoading) = (found.Presence, found.Gap, false));
    }

    private string NameOf(int index) => RegionCatalog.ShortNameOf(AccessPoint.Members[index].Region);

    private string Names(KeyDifference difference) =>
        RegionNames.InSentence(difference.Behind.Select(index => AccessPoint.Members[index].Region));

    private static string Have(KeyDifference difference) => difference.Behind.Length == 1 ? "has" : "have";

    private static string Lack(KeyDifference difference) => difference.Behind.Length == 1 ? "lacks" : "lack";
}
