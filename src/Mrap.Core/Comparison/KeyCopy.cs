namespace Mrap.Core.Comparison;

/// <summary>What one bucket holds of a key.</summary>
/// <param name="State">Whether it holds it.</param>
/// <param name="ETag">The entity tag, in quotes; null unless it is present.</param>
/// <param name="Size">The size in bytes; null unless it is present.</param>
/// <param name="LastModified">When it was written, or deleted, there; null when that is not known.</param>
/// <param name="VersionId">The version there; null when that is not known.</param>
/// <param name="Status">Its replication status; null while nobody asked.</param>
public sealed record KeyCopy(
    CopyState State, string? ETag, long? Size, DateTimeOffset? LastModified, string? VersionId = null, CopyStatus? Status = null)
{
    /// <summary>Nothing is there.</summary>
    public static KeyCopy Missing { get; } = new(CopyState.Missing, ETag: null, Size: null, LastModified: null);

    /// <summary>Nobody knows what is there.</summary>
    public static KeyCopy Unknown { get; } = new(CopyState.Unknown, ETag: null, Size: null, LastModified: null);

    /// <summary>What a list says.</summary>
    public static KeyCopy Of(in ListingEntry entry) => entry.IsDeleteMarker
        ? new KeyCopy(CopyState.Deleted, ETag: null, Size: null, entry.LastModified, entry.VersionId)
        : new KeyCopy(CopyState.Present, entry.ETag, entry.Size, entry.LastModified, entry.VersionId);

    /// <summary>
    /// The copy with the time of a list where both mean the same instant: a list tells it more exactly than the object itself.
    /// </summary>
    /// <param name="listed">What the list said of the same bucket.</param>
    public KeyCopy TimedBy(KeyCopy listed) =>
        State == listed.State && ETag == listed.ETag && LastModified is { } own && listed.LastModified is { } exact
            && exact >= own && exact < own.AddSeconds(1)
                ? this with { LastModified = exact }
                : this;

    /// <summary>Whether both are present with the same bytes, as far as size and entity tag tell, whatever their versions.</summary>
    public bool HasContentOf(KeyCopy other) =>
        (State, other.State) == (CopyState.Present, CopyState.Present) && Size == other.Size && ETag == other.ETag;

    /// <summary>Whether both are copies of the same: neither tells a size, an entity tag or a version that the other contradicts.</summary>
    /// <returns>False when one of them is not present.</returns>
    public bool IsSameAs(KeyCopy other) =>
        HasContentOf(other)
        && (VersionId is null || other.VersionId is null || VersionId == other.VersionId);
}
