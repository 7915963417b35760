using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Comparison;

/// <summary>
/// Compares what the buckets of an access point hold by listing them all at once. Whatever they hold, a few pages of each list are in
/// memory.
/// </summary>
/// <param name="list">Lists a bucket.</param>
/// <param name="examine">Finds out why a difference is there.</param>
/// <param name="time">The clock.</param>
public sealed class FindGaps(ListKeys list, ExamineGaps examine, TimeProvider time)
{
    private static readonly TimeSpan s_often = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Compares the buckets, then asks about the first differences why they are there. A bucket that cannot be listed is named and left
    /// out from there on, while at least two others go on.
    /// </summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The progress, at most four times a second; the last element is finished.</returns>
    public async IAsyncEnumerable<GapProgress> ExecuteAsync(
        AccessPoint accessPoint, GapQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (counts, kept) = (default(GapCounts), ImmutableArray.CreateBuilder<Gap>());
        var (last, shown) = (new GapProgress(query, GapPhase.Comparing, [], 0, counts, [], 0, TimeSpan.Zero), time.GetTimestamp());
        await foreach (var step in CompareAsync(accessPoint, query, Found, cancellationToken))
        {
            last = last with { Members = step.Members, Keys = step.Keys, Elapsed = step.Elapsed };
            if (time.GetElapsedTime(shown) >= s_often)
            {
                shown = time.GetTimestamp();
                yield return Now();
            }
        }

        last = Now() with { Phase = GapPhase.Examining };
        yield return last;
        await foreach (var (gaps, examined) in examine.ExecuteAsync(accessPoint, last.Gaps, cancellationToken))
        {
            last = last with { Gaps = gaps, Examined = examined };
            yield return last;
        }

        yield return last with { Phase = GapPhase.Finished };

        void Found(KeyDifference difference)
        {
            counts = counts.With(difference.Aspects);
            if (kept.Count < GapQuery.MaxKept)
            {
                kept.Add(new Gap(difference, [GapReason.NotAsked]));
            }
        }

        GapProgress Now() => last with { Counts = counts, Gaps = kept.Count == last.Gaps.Length ? last.Gaps : kept.ToImmutable() };
    }

    /// <summary>Compares the buckets and hands every difference on, however many there are.</summary>
    /// <param name="write">Takes the differences, a few at a time, in the order of keys.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The fault of the first bucket that could not be listed to its end; null when all were.</returns>
    public async Task<AwsFault?> ExportAsync(
        AccessPoint accessPoint, GapQuery query, Func<IReadOnlyList<KeyDifference>, Task> write, CancellationToken cancellationToken)
    {
        var found = new List<KeyDifference>();
        AwsFault? fault = null;
        await foreach (var step in CompareAsync(accessPoint, query, found.Add, cancellationToken))
        {
            fault = step.Members.FirstOrDefault(member => member.Fault is not null)?.Fault;
            if (found.Count > 0)
            {
                await write(found);
                found.Clear();
            }
        }

        return fault;
    }

    // One element for each page that was compared.
    private async IAsyncEnumerable<GapStep> CompareAsync(
        AccessPoint accessPoint, GapQuery query, Action<KeyDifference> found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var merge = new ListingMerge(accessPoint.Members.Length);
        var lists = accessPoint.Members.Select(member => MemberListing.Start(member, list, query, cancellationToken)).ToImmutableArray();
        try
        {
            while (lists.Count(each => each.Fault is null) > 1 && merge.Advance(found) is { } needed)
            {
                await lists[needed].FeedAsync(merge, needed, cancellationToken);
                yield return Step();
            }

            yield return Step();
        }
        finally
        {
            foreach (var each in lists)
            {
                await each.DisposeAsync();
            }
        }

        GapStep Step()
        {
            var elapsed = time.GetElapsedTime(begun);
            return new GapStep(
                [
                    .. lists.Select(each => new MemberProgress(
                        each.Member, each.Keys, elapsed > TimeSpan.Zero ? each.Keys / elapsed.TotalSeconds : 0, each.IsEnded, each.Fault)),
                ],
                merge.Keys,
                elapsed);
        }
    }

    private sealed record GapStep(ImmutableArray<MemberProgress> Members, long Keys, TimeSpan Elapsed);
}
