namespace Mrap.Core.Comparison;

/// <summary>In what the buckets differ about a key.</summary>
[Flags]
public enum DifferenceAspects
{
    /// <summary>In nothing.</summary>
    None = 0,

    /// <summary>A bucket that others have it does not have it.</summary>
    Missing = 1,

    /// <summary>It is deleted in a bucket while others have it.</summary>
    Deleted = 2,

    /// <summary>Copies differ in size.</summary>
    Size = 4,

    /// <summary>Copies differ in their entity tag.</summary>
    ETag = 8,

    /// <summary>Copies are different versions; known only of lists with versions.</summary>
    Version = 16,
}
