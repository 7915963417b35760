using System.Collections.Immutable;

namespace Mrap.Core.Comparison;

/// <summary>A key about which buckets do not agree, or did not when they were asked.</summary>
/// <param name="Key">The key.</param>
/// <param name="Copies">What each bucket holds, in the order of the buckets.</param>
public sealed record KeyDifference(string Key, ImmutableArray<KeyCopy> Copies)
{
    /// <summary>In what they differ; a bucket that did not tell differs in nothing.</summary>
    public DifferenceAspects Aspects
    {
        get
        {
            KeyCopy? first = null;
            var aspects = DifferenceAspects.None;
            foreach (var copy in Copies)
            {
                aspects |= copy.State switch
                {
                    CopyState.Missing => DifferenceAspects.Missing,
                    CopyState.Deleted => DifferenceAspects.Deleted,
                    CopyState.Present when first is not null => Compare(first, copy),
                    _ => DifferenceAspects.None,
                };
                first ??= copy.State == CopyState.Present ? copy : null;
            }

            // what nobody has is missed by nobody
            return first is null ? DifferenceAspects.None : aspects;
        }
    }

    /// <summary>The number of the bucket whose copy or delete marker is the newest; null when no bucket has either.</summary>
    public int? Newest => Latest(copy => copy.State is CopyState.Present or CopyState.Deleted);

    /// <summary>
    /// Whether nobody can tell which of different words on the object is the newest: one has no time, or they have the same. S3 tells
    /// times in whole seconds (Amazon S3 API Reference, "HeadObject").
    /// </summary>
    public bool IsUndecided =>
        Newest is { } newest
        && Aspects != DifferenceAspects.None
        && Copies.Any(copy => copy.State is CopyState.Present or CopyState.Deleted
            && (copy.LastModified is null || copy.LastModified == Copies[newest].LastModified)
            && (copy.State != Copies[newest].State || (copy.State == CopyState.Present && !copy.IsSameAs(Copies[newest]))));

    /// <summary>Whether the newest word is that the object is deleted.</summary>
    public bool IsDeleted => Newest is { } newest && Copies[newest].State == CopyState.Deleted;

    /// <summary>
    /// The number of the bucket to copy from: the newest copy, or the original of it where the newest is a replica. Null when none has a
    /// copy, when the newest word is that the object is deleted, or when nobody can tell which is the newest.
    /// </summary>
    public int? Source
    {
        get
        {
            if (Newest is not { } newest || Copies[newest] is not { State: CopyState.Present } copy || IsUndecided)
            {
                return null;
            }

            return copy.Status == CopyStatus.Replica
                ? Latest(other => other.IsSameAs(copy) && other.Status != CopyStatus.Replica) ?? newest
                : newest;
        }
    }

    /// <summary>The numbers of the buckets that lack what the newest word is.</summary>
    public ImmutableArray<int> Behind
    {
        get
        {
            if (Aspects == DifferenceAspects.None || Newest is not { } newest)
            {
                return [];
            }

            var word = Copies[newest];
            return
            [
                .. Enumerable.Range(0, Copies.Length).Where(
                    index => Copies[index].State switch
                    {
                        CopyState.Unknown => false,
                        CopyState.Present => !Copies[index].IsSameAs(word),
                        _ => word.State == CopyState.Present,
                    }),
            ];
        }
    }

    /// <summary>Since when: when the newest word was written; null when that is not known.</summary>
    public DateTimeOffset? Since => Newest is { } newest ? Copies[newest].LastModified : null;

    /// <inheritdoc/>
    public bool Equals(KeyDifference? other) =>
        other is not null && Key == other.Key && Copies.AsSpan().SequenceEqual(other.Copies.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private static DifferenceAspects Compare(KeyCopy one, KeyCopy other) =>
        (one.Size == other.Size ? DifferenceAspects.None : DifferenceAspects.Size)
        | (one.ETag == other.ETag ? DifferenceAspects.None : DifferenceAspects.ETag)
        | (one.VersionId is null || other.VersionId is null || one.VersionId == other.VersionId
            ? DifferenceAspects.None
            : DifferenceAspects.Version);

    private int? Latest(Func<KeyCopy, bool> counts)
    {
        int? latest = null;
        for (var index = 0; index < Copies.Length; index++)
        {
            if (counts(Copies[index])
                && (latest is not { } best || Nullable.Compare(Copies[index].LastModified, Copies[best].LastModified) > 0))
            {
                latest = index;
            }
        }

        return latest;
    }
}
