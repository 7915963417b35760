using System.Collections.Immutable;
using System.Numerics;

namespace Mrap.Core.Comparison;

/// <summary>
/// Goes through the sorted lists of several buckets together and finds the keys about which they do not agree. It holds one page of each
/// list and nothing else, however many keys there are. Not safe for concurrent use.
/// </summary>
public sealed class ListingMerge
{
    /// <summary>The most buckets, which is the most that an access point has.</summary>
    public const int MaxMembers = 17;

    private readonly Cursor[] _cursors;

    /// <summary>Begins with no page of any list.</summary>
    /// <param name="members">How many buckets there are, 1 to <see cref="MaxMembers"/>.</param>
    public ListingMerge(int members)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members, MaxMembers);
        _cursors = new Cursor[members];
    }

    /// <summary>How many different keys were gone through.</summary>
    public long Keys { get; private set; }

    /// <summary>Takes the next page of a bucket that <see cref="Advance"/> named.</summary>
    /// <param name="member">The number of the bucket.</param>
    /// <param name="page">The entries, each key once; it must not change any more.</param>
    /// <returns>Whether the keys ascend in the order of <see cref="KeyOrder"/>; a page whose keys do not is not taken.</returns>
    public bool TryFeed(int member, ReadOnlyMemory<ListingEntry> page)
    {
        ref var cursor = ref _cursors[member];
        var previous = cursor.Last;
        foreach (ref readonly var entry in page.Span)
        {
            if (previous is not null && KeyOrder.Instance.Compare(previous, entry.Key) >= 0)
            {
                return false;
            }

            previous = entry.Key;
        }

        (cursor.Page, cursor.Next, cursor.Last) = (page, 0, previous);
        return true;
    }

    /// <summary>Says that a bucket has no more keys.</summary>
    /// <param name="member">The number of the bucket.</param>
    public void End(int member) => _cursors[member].IsEnded = true;

    /// <summary>Says that a bucket tells nothing any more: from here on nobody knows what it holds.</summary>
    /// <param name="member">The number of the bucket.</param>
    public void Lose(int member) => (_cursors[member].Page, _cursors[member].IsEnded, _cursors[member].IsLost) = (default, true, true);

    /// <summary>Goes on as far as the pages reach.</summary>
    /// <param name="found">Called with every key about which the buckets do not agree, in the order of keys.</param>
    /// <returns>The number of the bucket whose next page is needed; null when all lists have come to their end.</returns>
    public int? Advance(Action<KeyDifference> found)
    {
        while (true)
        {
            var least = -1;
            var holders = 0;
            for (var member = 0; member < _cursors.Length; member++)
            {
                ref var cursor = ref _cursors[member];
                if (cursor.IsEmpty)
                {
                    if (cursor.IsEnded)
                    {
                        continue;
                    }

                    return member;
                }

                var order = least < 0 ? -1 : KeyOrder.Instance.Compare(cursor.Key, _cursors[least].Key);
                (least, holders) = order switch
                {
                    < 0 => (member, 1 << member),
                    0 => (least, holders | (1 << member)),
                    _ => (least, holders),
                };
            }

            if (least < 0)
            {
                return null;
            }

            Keys++;
            if (!Agrees(least, holders) && Difference(least, holders) is { Aspects: not DifferenceAspects.None } difference)
            {
                found(difference);
            }

            for (; holders != 0; holders &= holders - 1)
            {
                _cursors[BitOperations.TrailingZeroCount(holders)].Next++;
            }
        }
    }

    // The usual case, decided without allocating anything.
    private bool Agrees(int least, int holders)
    {
        ref readonly var first = ref _cursors[least].Entry;
        for (var member = 0; member < _cursors.Length; member++)
        {
            ref readonly var cursor = ref _cursors[member];
            if (cursor.IsLost || member == least)
            {
                continue;
            }

            if ((holders & (1 << member)) == 0)
            {
                return false;
            }

            ref readonly var entry = ref cursor.Entry;
            if (entry.Size != first.Size || entry.ETag != first.ETag || entry.IsDeleteMarker != first.IsDeleteMarker
                || entry.VersionId != first.VersionId)
            {
                return false;
            }
        }

        return true;
    }

    private KeyDifference Difference(int least, int holders)
    {
        var copies = ImmutableArray.CreateBuilder<KeyCopy>(_cursors.Length);
        for (var member = 0; member < _cursors.Length; member++)
        {
            copies.Add(
                _cursors[member].IsLost ? KeyCopy.Unknown
                : (holders & (1 << member)) == 0 ? KeyCopy.Missing
                : KeyCopy.Of(_cursors[member].Entry));
        }

        return new KeyDifference(_cursors[least].Key, copies.MoveToImmutable());
    }

    private struct Cursor
    {
        public ReadOnlyMemory<ListingEntry> Page;
        public int Next;
        public string? Last;
        public bool IsEnded;
        public bool IsLost;

        public readonly bool IsEmpty => Next >= Page.Length;

        public readonly string Key => Page.Span[Next].Key;

        public readonly ref readonly ListingEntry Entry => ref Page.Span[Next];
    }
}
