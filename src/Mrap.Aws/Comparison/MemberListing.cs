using System.Threading.Channels;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Comparison;

/// <summary>The list of one bucket, read a few pages ahead of its reader.</summary>
internal sealed class MemberListing : IAsyncDisposable
{
    private const int PagesAhead = 3;

    private readonly Channel<Outcome<ReadOnlyMemory<ListingEntry>>> _pages =
        Channel.CreateBounded<Outcome<ReadOnlyMemory<ListingEntry>>>(
            new BoundedChannelOptions(PagesAhead) { SingleReader = true, SingleWriter = true });

    private readonly CancellationTokenSource _stop;
    private readonly Task _reading;
    private long _keys;

    private MemberListing(
        MemberBucket member, IAsyncEnumerable<Outcome<ReadOnlyMemory<ListingEntry>>> pages, CancellationToken cancellationToken)
    {
        Member = member;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _reading = Task.Run(() => ReadAsync(pages, _stop.Token), CancellationToken.None);
    }

    public MemberBucket Member { get; }

    /// <summary>How many keys were listed.</summary>
    public long Keys => Interlocked.Read(ref _keys);

    /// <summary>Whether the list came to its end and was read to it.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Why the bucket tells nothing any more; null unless it failed.</summary>
    public AwsFault? Fault { get; private set; }

    /// <summary>Begins to read.</summary>
    public static MemberListing Start(MemberBucket member, ListKeys list, GapQuery query, CancellationToken cancellationToken) =>
        new(member, list.ExecuteAsync(member, query, cancellationToken), cancellationToken);

    /// <summary>Hands the next page, or what became of the list, to the comparison.</summary>
    /// <param name="number">The number of the bucket there.</param>
    public async Task FeedAsync(ListingMerge merge, int number, CancellationToken cancellationToken)
    {
        if (!await _pages.Reader.WaitToReadAsync(cancellationToken) || !_pages.Reader.TryRead(out var answer))
        {
            IsEnded = true;
            merge.End(number);
        }
        else if (!answer.TryGet(out var page, out var fault))
        {
            Lose(merge, number, fault);
        }
        else if (!merge.TryFeed(number, page))
        {
            Lose(
                merge, number,
                AwsFaults.Unreadable($"The list of the bucket `{Member.Bucket}` is not sorted.", "its keys are not in the order of S3"));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Lose(ListingMerge merge, int number, AwsFault fault)
    {
        Fault = fault;
        merge.Lose(number);
        _stop.Cancel();
    }

    private async Task ReadAsync(IAsyncEnumerable<Outcome<ReadOnlyMemory<ListingEntry>>> pages, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in pages.WithCancellation(cancellationToken))
            {
                if (page.TryGet(out var entries, out _))
                {
                    Interlocked.Add(ref _keys, entries.Length);
                }

                await _pages.Writer.WriteAsync(page, cancellationToken);
            }

            _pages.Writer.Complete();
        }
        catch (Exception end)
        {
            _pages.Writer.Complete(end);
        }
    }
}
