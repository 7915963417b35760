using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Mrap.Aws.Requests;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Comparison;

/// <summary>Finds out why differences are there: asks the buckets for the replication status, and reads their rules.</summary>
/// <param name="locate">Asks the buckets about one object.</param>
/// <param name="rules">Reads the rules.</param>
public sealed class ExamineGaps(LocateObject locate, ReadCoveringRules rules)
{
    private const int AtOnce = 8;

    /// <summary>Examines the first differences of a list, at most <see cref="GapQuery.MaxExamined"/>.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The whole list after each that was examined, and how many were; a difference that is gone meanwhile has no reason
    /// left.</returns>
    public async IAsyncEnumerable<(ImmutableArray<Gap> Gaps, int Examined)> ExecuteAsync(
        AccessPoint accessPoint, ImmutableArray<Gap> gaps, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (gaps.IsEmpty)
        {
            yield break;
        }

        var known = await rules.ExecuteAsync(accessPoint, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answers = Channel.CreateUnbounded<(int Index, Gap Gap)>(new UnboundedChannelOptions { SingleReader = true });
        var asking = AskAsync(accessPoint, gaps, known, answers.Writer, stop.Token);
        try
        {
            var examined = 0;
            while (await answers.Reader.WaitToReadAsync(cancellationToken))
            {
                var changed = gaps.ToBuilder();
                while (answers.Reader.TryRead(out var answer))
                {
                    changed[answer.Index] = answer.Gap;
                    examined++;
                }

                gaps = changed.MoveToImmutable();
                yield return (gaps, examined);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await asking;
        }
    }

    /// <summary>Explains what the buckets said of one key. Whether its copies are the same is a matter of their content.</summary>
    /// <param name="answers">What they said, in the order of the members.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The difference, or that there is none, and why.</returns>
    public async Task<Gap> ExplainAsync(
        AccessPoint accessPoint, string key, ImmutableArray<ObjectPresence> answers, CancellationToken cancellationToken) =>
        Explain(
            accessPoint, new KeyDifference(key, [.. answers.Select(answer => answer.Copy with { VersionId = null })]),
            await rules.ExecuteAsync(accessPoint, cancellationToken));

    private static Gap Explain(AccessPoint accessPoint, KeyDifference difference, ImmutableArray<CoveringRule> known) =>
        Gap.Of(difference, [.. accessPoint.Members.Select(member => member.Bucket)], known);

    // Versions are compared only where the lists told them.
    private static KeyCopy AsListed(KeyCopy copy, KeyCopy listed) =>
        listed.VersionId is null ? copy.TimedBy(listed) with { VersionId = null } : copy.TimedBy(listed);

    private async Task AskAsync(
        AccessPoint accessPoint, ImmutableArray<Gap> gaps, ImmutableArray<CoveringRule> known, ChannelWriter<(int, Gap)> answers,
        CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Math.Min(gaps.Length, GapQuery.MaxExamined)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (index, token) =>
                {
                    var listed = gaps[index].Difference;
                    var told = await locate.ExecuteAsync(accessPoint, listed.Key, token);
                    var difference = new KeyDifference(
                        listed.Key, [.. told.Zip(listed.Copies, (answer, before) => AsListed(answer.Copy, before))]);
                    answers.TryWrite((index, Explain(accessPoint, difference, known)));
                });
            answers.Complete();
        }
        catch (Exception end)
        {
            answers.Complete(end);
        }
    }
}
