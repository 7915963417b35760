using System.Collections.Immutable;
using CsCheck;
using Mrap.Core.Metrics;

namespace Mrap.Core.Tests.Metrics;

public sealed class SeriesMathTests
{
    private static readonly MetricWindow s_window =
        MetricWindow.Of(TimeRange.Parse("2026-11-27T09:00Z/2026-11-27T09:05Z").Value, new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));

    private static Gen<AlignedSeries> Series { get; } = Gen.Int[0, 1000].Nullable().Array[5]
        .Select(values => Of([.. values.Select(value => (double?)value)]));

    [Fact]
    public void Align_PointsInAnyOrder_StandInTheirPeriods()
    {
        var series = AlignedSeries.Align(
            "a", MetricUnit.Count, s_window,
            [
                new(s_window.From.AddMinutes(3), 3), new(s_window.From, 1), new(s_window.From.AddMinutes(-1), 9), new(s_window.To, 9),
                new(s_window.From.AddSeconds(30), 2),
            ]);

        series.Values.ShouldBe([2, null, null, 3, null]);
        (series.Total, series.Highest, series.Latest).ShouldBe((5, 3, 3));
        series.WithZeros().Values.ShouldBe([2, 0, 0, 3, 0]);
    }

    [Fact]
    public void Empty_HasNoFigures()
    {
        var series = AlignedSeries.Empty("a", MetricUnit.Count, s_window);

        series.IsEmpty.ShouldBeTrue();
        (series.Total, series.Highest, series.Latest).ShouldBe((null, null, null));
    }

    [Fact]
    public void OtherNumberOfValues_IsNoSeries() =>
        Should.Throw<ArgumentException>(() => new AlignedSeries("a", MetricUnit.Count, s_window, [1, 2]));

    [Fact]
    public void Sum_Gap_CountsOnlyWhereAllHaveOne() =>
        SeriesMath.Sum("all", [Of(1, null, null, 4, 0), Of(2, 3, null, null, 0)]).Values.ShouldBe([3, 3, null, 4, 0]);

    [Fact]
    public void Ratio_ErrorsByRequests_IsTheErrorRate()
    {
        var rate = SeriesMath.Ratio("rate", Of(1, null, 0, 2, null), Of(4, 10, 5, 0, null));

        rate.Values.ShouldBe([0.25, 0, 0, null, null]);
        rate.Unit.ShouldBe(MetricUnit.Ratio);
    }

    [Fact]
    public void WeightedMean_IsWeightedByRequests() => SeriesMath.WeightedMean(
        "mean", [Of(10, 10, null, 10, null), Of(30, null, null, 30, 30)], [Of(3, 1, 5, 0, 1), Of(1, 1, 5, 0, 1)])
        .Values.ShouldBe([15, 10, null, null, 30]);

    [Fact]
    public void SeriesOfOtherWindows_AreNotPutTogether()
    {
        var other = MetricWindow.OfDays(5, s_window.Now);

        Should.Throw<ArgumentException>(
            () => SeriesMath.Sum("all", [Of(1, 2, 3, 4, 5), AlignedSeries.Empty("b", MetricUnit.Count, other)]));
    }

    [Fact]
    public void Shares_OfAnySeries_AddUpToOneWhereThereIsSomething() => Series.Array[1, 17].Sample(series =>
    {
        var shares = SeriesMath.Shares(series);

        shares.Select(share => share.Id).ShouldBe(series.Select(one => one.Id));
        for (var index = 0; index < s_window.Count; index++)
        {
            var sum = series.Sum(one => one.Values[index] ?? 0);
            var parts = shares.Sum(share => share.Values[index] ?? 0);
            parts.ShouldBe(sum > 0 ? 1 : 0, 1e-9);
        }
    });

    [Fact]
    public void Sum_OfAnySeries_HasTheTotalOfTheirTotals() => Series.Array[1, 17].Sample(series =>
        (SeriesMath.Sum("all", series).Total ?? 0).ShouldBe(series.Sum(one => one.Total ?? 0), 1e-6));

    [Fact]
    public void Distribution_Shares_AreOfWhatIsKnown()
    {
        var (dublin, sydney, ohio) = (Place("eu-west-1"), Place("ap-southeast-2"), Place("us-east-2"));

        var distribution = RequestDistribution.Of(
            s_window,
            [new(dublin, Of(1, 2, 3, 0, 0)), new(sydney, Of(2, null, null, null, null)), new(ohio, Of(null, null, null, null, null))],
            [MetricCaveat.NotEnabled(ohio)]);

        distribution.Buckets.Select(bucket => bucket.Share).ShouldBe([0.75, 0.25, null]);
        distribution.IsComplete.ShouldBeFalse();
        distribution.Total.Values.ShouldBe([3, 2, 3, 0, 0]);
        distribution.Caveats.Select(caveat => caveat.Kind).ShouldBe(
            [MetricCaveatKind.DirectTraffic, MetricCaveatKind.BestEffort, MetricCaveatKind.NotEnabled]);
    }

    private static BucketPlace Place(string region) => new(
        Core.AccessPoints.BucketName.Parse($"b-{region}").Value, Core.Regions.RegionId.Parse(region).Value);

    private static AlignedSeries Of(params ImmutableArray<double?> values) => new("a", MetricUnit.Count, s_window, values);
}
