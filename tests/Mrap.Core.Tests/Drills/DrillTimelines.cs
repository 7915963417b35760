using CsCheck;
using Mrap.Core.Drills.Reports;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.Drills;

internal static class DrillTimelines
{
    private static readonly Gen<RegionId?> s_regions = Gen.OneOf<RegionId?>(null, DrillSamples.Virginia, DrillSamples.Ireland);

    private static readonly Gen<DrillSample> s_samples = Gen.Select(
        Gen.Int[0, 119_999], Gen.OneOf("us-east-1", "gb-london"), Gen.Enum<DrillMethod>(), Gen.OneOf("a", "b", "c"), s_regions,
        Gen.OneOf<int?>(200, 200, 200, 404, 503, null), Gen.Int[0, 20_000])
        .Select(
            (at, place, method, key, region, status, duration) => new DrillSample(
                TimeSpan.FromMilliseconds(at), place, method, key, status is null ? null : region, status, ErrorCode: null,
                TimeSpan.FromMilliseconds(duration)));

    /// <summary>Timelines of the plan of the samples.</summary>
    public static readonly Gen<DrillTimeline> Any = Gen.Select(
        s_samples.Array[0, 60], Gen.Select(Gen.OneOf("a", "b", "c"), s_regions).Array[0, 4], Gen.Bool)
        .Select((samples, audit, isAudited) => DrillSamples.Timeline(samples) with
        {
            Audit = isAudited ? [.. audit.Select(key => new DrillAuditedKey(key.Item1, key.Item2 is { } found ? [found] : []))] : null,
        });
}
