using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.Tests.Metrics;

public sealed class MetricStoreTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly MetricIdentity s_identity = new("eu-west-1", "111122223333", "Test", "Latency", new("b", "2"), new("a", "1"));

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mrap-metrics-");
    private readonly FakeTimeProvider _time = new(s_now);

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Percentiles_AgreeWithARecomputation_WithinTheStatedError() =>
        Gen.Double[0.001, 30_000].Array[1, 400].Select(Gen.Double[0, 100]).Sample((values, percent) =>
        {
            var point = new MetricPoint();
            foreach (var value in values)
            {
                point.Add(value);
            }

            var exact = values.Order().ElementAt(Math.Max((int)Math.Ceiling(percent / 100 * values.Length), 1) - 1);
            point.Percentile(percent)!.Value.ShouldBe(exact, exact * ValueDigest.RelativeError * 1.001);
        });

    [Fact]
    public void Merged_PointsAreAsIfTheirValuesHadComeTogether() =>
        Gen.Double[-100, 100].Array[1, 50].Select(Gen.Double[-100, 100].Array[1, 50]).Sample((first, second) =>
        {
            var (whole, left, right) = (new MetricPoint(), new MetricPoint(), new MetricPoint());
            Array.ForEach(first, value => left.Add(value));
            Array.ForEach(second, value => right.Add(value));
            Array.ForEach([.. first, .. second], value => whole.Add(value));

            left.Merge(right);

            (left.Count, left.Minimum, left.Maximum).ShouldBe((whole.Count, whole.Minimum, whole.Maximum));
            left.Sum.ShouldBe(whole.Sum, 1e-9);
            left.Percentile(90).ShouldBe(whole.Percentile(90));
        });

    [Fact]
    public void Stored_PointsAreReadBackAsTheyWere() =>
        Gen.Double[-1e6, 1e6].Array[1, 20].Array[1, 60].Sample(minutes =>
        {
            var chunk = new MetricChunk(MetricResolution.Finest, 3600);
            for (var i = 0; i < minutes.Length; i++)
            {
                Array.ForEach(minutes[i], value => chunk.At(3600 + (60 * i)).Add(value));
            }

            var read = MetricChunkCodec.Read(
                MetricResolution.Finest, 3600, MetricChunkCodec.Write(chunk), MetricChunkCodec.WriteDigests(chunk));

            read.Points.Select(at => (at.Second, at.Point.Count, at.Point.Sum, at.Point.Minimum, at.Point.Maximum, at.Point.Percentile(50)))
                .ShouldBe(chunk.Points.Select(at =>
                    (at.Second, at.Point.Count, at.Point.Sum, at.Point.Minimum, at.Point.Maximum, at.Point.Percentile(50))));
        });

    [Fact]
    public void Identity_IsTheSameWhateverTheOrderOfItsDimensions() =>
        new MetricIdentity("eu-west-1", "111122223333", "Test", "Latency", new("a", "1"), new("b", "2")).ShouldBe(s_identity);

    [Fact]
    public void Values_AreThereBeforeAndAfterTheyAreStored_AndAfterARestart()
    {
        var second = s_now.ToUnixTimeSeconds();
        using (var database = MetricDatabase.Open(_directory.FullName, Durability.Process))
        using (var store = new MetricStore(database, _time))
        {
            store.Open(s_identity, "Milliseconds")!.Add(second, 5);
            SumOf(store, second).ShouldBe(5);
            store.Flush();
            store.Find(s_identity)!.Add(second + 1, 7);
            SumOf(store, second).ShouldBe(12);
        }

        using var reopened = MetricDatabase.Open(_directory.FullName, Durability.Process);
        using var again = new MetricStore(reopened, _time);
        SumOf(again, second).ShouldBe(12);
        again.Open(s_identity, "Milliseconds")!.Add(second + 2, 1);
        SumOf(again, second).ShouldBe(13);
        again.Flush();
        SumOf(again, second).ShouldBe(13);
        var points = again.Read(again.Find(s_identity)!, second, second + 60, 60, withDigests: true);
        points.Values[0].Percentile(50)!.Value.ShouldBe(5, 0.03);
    }

    [Fact]
    public void RollUp_KeepsSumsAndCounts_AndDropsWhatIsTooOld()
    {
        using var database = MetricDatabase.Open(_directory.FullName, Durability.Process);
        using var store = new MetricStore(database, _time);
        var start = s_now.ToUnixTimeSeconds();
        var series = store.Open(s_identity, "Count")!;
        for (var minute = 0; minute < 600; minute++)
        {
            series.Add(start + (minute * 60), minute);
        }

        _time.Advance(TimeSpan.FromHours(12));
        store.Flush();
        var before = SumOf(store, start, 36_000, 3600);
        foreach (var (days, finest) in new[] { (16, 300), (70, 3600) })
        {
            _time.SetUtcNow(s_now.AddDays(days));
            store.RollUp();

            SumOf(store, start, 36_000, 3600).ShouldBe(before);
            SumOf(store, start, 36_000, finest).ShouldBe(before);
            store.Read(series, start, start + 36_000, finest / 5, withDigests: false).ShouldBeEmpty();
        }

        store.Read(series, start, start + 36_000, 36_000, withDigests: true).Values[0].Percentile(50)!.Value.ShouldBe(299, 3);
        _time.SetUtcNow(s_now.AddDays(500));
        store.RollUp();
        store.Find(s_identity).ShouldBeNull();
    }

    private static double SumOf(MetricStore store, long second, long length = 60, int period = 60) =>
        store.Read(store.Find(s_identity)!, second, second + length, period, withDigests: false).Values.Sum(point => point.Sum);
}
