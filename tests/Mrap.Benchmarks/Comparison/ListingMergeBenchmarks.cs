using BenchmarkDotNet.Attributes;
using Mrap.Core.Comparison;

namespace Mrap.Benchmarks.Comparison;

/// <summary>The comparison of three lists of keys without the lists' way here: pages are made ahead.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ListingMergeBenchmarks
{
    private const int Members = 3;
    private const int Keys = 1_000_000;
    private const int PageSize = 1000;
    private const int MissingEvery = 10_000;

    private ListingEntry[][][] _pages = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var now = new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);
        _pages = new ListingEntry[Members][][];
        for (var member = 0; member < Members; member++)
        {
            var own = member;
            _pages[member] =
            [
                .. Enumerable.Range(0, Keys)
                    .Where(number => own == 0 || number % MissingEvery != 0)
                    .Select(number => new ListingEntry($"logs/2026/{number:00000000}.json", $"\"{number:x32}\"", number, now))
                    .Chunk(PageSize),
            ];
        }
    }

    [Benchmark(OperationsPerInvoke = Keys)]
    public long ThreeBucketsOfAMillionKeys()
    {
        var merge = new ListingMerge(Members);
        var next = new int[Members];
        var found = 0L;
        while (merge.Advance(_ => found++) is { } needed)
        {
            if (next[needed] == _pages[needed].Length)
            {
                merge.End(needed);
            }
            else if (!merge.TryFeed(needed, _pages[needed][next[needed]++]))
            {
                throw new InvalidOperationException("a page is not sorted");
            }
        }

        return found == Keys / MissingEvery ? found : throw new InvalidOperationException($"{found} differences");
    }
}
