namespace Mrap.Core.Comparison;

/// <summary>Whether a bucket holds an object.</summary>
public enum CopyState
{
    /// <summary>It does.</summary>
    Present,

    /// <summary>It holds no version of it.</summary>
    Missing,

    /// <summary>Its newest version is a delete marker.</summary>
    Deleted,

    /// <summary>The bucket did not tell.</summary>
    Unknown,
}
