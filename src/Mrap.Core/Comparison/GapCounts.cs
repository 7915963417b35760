namespace Mrap.Core.Comparison;

/// <summary>How many keys the buckets do not agree about. A key counts in everything that it differs in.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Missing">Keys that a bucket does not have.</param>
/// <param name="Deleted">Keys that are deleted in a bucket and present in another.</param>
/// <param name="Content">Keys whose copies differ in size or entity tag.</param>
/// <param name="Version">Keys whose copies are alike in both and are different versions.</param>
public readonly record struct GapCounts(long Total, long Missing, long Deleted, long Content, long Version)
{
    /// <summary>With one key more.</summary>
    /// <param name="aspects">In what it differs.</param>
    public GapCounts With(DifferenceAspects aspects)
    {
        var content = (aspects & (DifferenceAspects.Size | DifferenceAspects.ETag)) != DifferenceAspects.None;
        return new GapCounts(
            Total + 1,
            Missing + One(aspects.HasFlag(DifferenceAspects.Missing)),
            Deleted + One(aspects.HasFlag(DifferenceAspects.Deleted)),
            Content + One(content),
            Version + One(!content && aspects.HasFlag(DifferenceAspects.Version)));
    }

    private static int One(bool counts) => counts ? 1 : 0;
}
