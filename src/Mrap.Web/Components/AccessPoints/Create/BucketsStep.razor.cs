using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Buckets;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;

namespace Mrap.Web.Components.AccessPoints.Create;

public sealed partial class BucketsStep
{
    private const int MaxShown = 200;
    private const double Halo = 12;

    private string _filter = string.Empty;
    private ImmutableArray<RegionId> _shownRegions;
    private MapScene _scene = new([], [], []);
    private PredictedLatency? _latency;
    private RegionRecommendation? _advice;

    [Inject]
    public required ListBuckets ListBuckets { get; set; }

    [Parameter]
    [EditorRequired]
    public required CreateDraft Draft { get; set; }

    [Parameter]
    public EventCallback<CreateDraft> DraftChanged { get; set; }

    /// <summary>The account's buckets; null until they are known.</summary>
    [Parameter]
    public ImmutableArray<BucketSummary>? Buckets { get; set; }

    [Parameter]
    public AwsFault? BucketsFault { get; set; }

    /// <summary>The faults to show at their fields.</summary>
    [Parameter]
    public ImmutableArray<FieldFault> Faults { get; set; } = [];

    private RegionId? NextRegion =>
        _advice?.Region
            ?? RegionCatalog.AccessPointCapable.Select(region => region.Id)
                .Cast<RegionId?>()
                .FirstOrDefault(region => Draft.HolderOf(region!.Value) is null);

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        var regions = Draft.Regions;
        if (!_shownRegions.IsDefault && _shownRegions.SequenceEqual(regions))
        {
            return;
        }

        _shownRegions = regions;
        _latency = PredictedLatency.Of(regions);
        _advice = Draft.IsFull
            ? null
            : RegionRecommendation.Best(
                regions, RegionCatalog.AccessPointCapable.Where(region => !region.IsOptIn).Select(region => region.Id));
        _scene =
            new MapScene([.. regions.Select(RegionCatalog.Find).OfType<Region>().Select((region, index) => Mark(region, index))], [], []);
    }

    private static MapRegion Mark(Region region, int index) => new(
        region.Id,
        region.ShortName,
        string.Empty,
        $"{region.ShortName}, {region.Id}",
        MapProjection.Project(region.Position),
        Halo,
        MapRegionState.Active,
        $"var(--series-{(index % 7) + 1})");

    private static string? BrokenRule(DraftBucket bucket) => bucket.Name.Length == 0
        ? null
        : BucketName.Check(bucket.Name).Where(rule => !rule.IsKept).Select(rule => $"The name {rule.Text}.").FirstOrDefault();

    private string? ErrorOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Message;

    private Task ReplaceAsync(int index, DraftBucket bucket) => DraftChanged.InvokeAsync(Draft.ReplaceAt(index, bucket));

    /// <summary>A suggested name follows its Region; a name of the person's own stays.</summary>
    private Task MoveAsync(int index, DraftBucket bucket, RegionId? region)
    {
        var isSuggested = bucket.Region is { } before && bucket.Name == BucketSuggestion.For(Draft.Name, before);
        return ReplaceAsync(
            index,
            bucket with { Region = region, Name = isSuggested && region is { } now ? BucketSuggestion.For(Draft.Name, now) : bucket.Name });
    }

    private Task AddNewAsync() => NextRegion is { } region ? AddAsync(region) : Task.CompletedTask;

    private Task AddAsync(RegionId region) =>
        DraftChanged.InvokeAsync(Draft.Add(DraftBucket.New(BucketSuggestion.For(Draft.Name, region), region)));

    private Task AddForeignAsync() =>
        DraftChanged.InvokeAsync(Draft.Add(DraftBucket.OfOtherAccount(string.Empty, region: null, string.Empty)));

    private async Task ToggleAsync(PickableBucket row, bool isChosen)
    {
        if (!isChosen || row.Region is not { } region)
        {
            await DraftChanged.InvokeAsync(Draft.Remove(row.Bucket.Value));
            return;
        }

        await DraftChanged.InvokeAsync(Draft.Add(DraftBucket.Existing(row.Bucket.Value, region, isVersioned: null)));
        await RunAsync(async cancellationToken =>
        {
            var versioning = await ListBuckets.GetVersioningAsync(row.Bucket, region, cancellationToken);
            var index = Draft.Buckets.IndexOf(DraftBucket.Existing(row.Bucket.Value, region, isVersioned: null));
            if (versioning.IsSuccess && index >= 0)
            {
                await ReplaceAsync(index, Draft.Buckets[index] with { IsVersioned = versioning.Value == BucketVersioning.Enabled });
            }
        });
    }
}
