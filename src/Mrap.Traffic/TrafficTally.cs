using System.Collections.Immutable;
using Mrap.Core.Traffic;

namespace Mrap.Traffic;

/// <summary>Counts what became of requests. To be used by one thread at a time.</summary>
internal sealed class TrafficTally
{
    /// <summary>How many samples are kept.</summary>
    public const int MaxSamples = 200_000;

    private readonly Queue<TrafficSample> _samples = new();
    private readonly SortedDictionary<string, long> _regions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _errors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Place> _places = new(StringComparer.Ordinal);
    private long _sent;
    private long _succeeded;
    private long _failed;
    private long _late;
    private long _read;
    private long _written;
    private long _forgotten;

    public void CountSent() => _sent++;

    public void CountLate() => _late++;

    public void Count(TrafficSample sample, int bytesRead, int objectBytes)
    {
        var isGood = sample.IsSuccess;
        if (isGood)
        {
            _succeeded++;
            _read += bytesRead;
            _written += sample.Method == "PUT" ? objectBytes : 0;
        }
        else
        {
            _failed++;
            Increment(_errors, sample.Error ?? "Unknown");
        }

        if (sample.Region is { } region)
        {
            Increment(_regions, region);
        }

        if (!_places.TryGetValue(sample.Place, out var place))
        {
            _places[sample.Place] = place = new Place();
        }

        place.Answered++;
        place.Failed += isGood ? 0 : 1;
        place.Milliseconds += sample.Ms;
        _samples.Enqueue(sample);
        if (_samples.Count > MaxSamples)
        {
            _samples.Dequeue();
            _forgotten++;
        }
    }

    public TrafficReport Report(
        TrafficPlan plan, string accessPoint, TrafficState state, DateTimeOffset startedAt, TimeSpan elapsed, long since, int limit)
    {
        var skip = (int)Math.Clamp(since - _forgotten, 0, _samples.Count);
        var samples = _samples.Skip(skip).Take(limit).ToImmutableArray();
        return new TrafficReport(
            plan, accessPoint, state, startedAt, elapsed, _sent, _succeeded, _failed, _late, _read, _written,
            _regions.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [
                .. _places.Select(
                    pair => new TrafficPlaceReport(
                        pair.Key, pair.Value.Answered, pair.Value.Failed, pair.Value.Milliseconds / pair.Value.Answered)),
            ],
            _errors.ToImmutableSortedDictionary(StringComparer.Ordinal),
            _forgotten + skip + samples.Length,
            samples);
    }

    private static void Increment(SortedDictionary<string, long> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private sealed class Place
    {
        public long Answered { get; set; }

        public long Failed { get; set; }

        public double Milliseconds { get; set; }
    }
}
