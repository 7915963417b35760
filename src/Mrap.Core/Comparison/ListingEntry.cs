namespace Mrap.Core.Comparison;

/// <summary>A key as a bucket's list says it.</summary>
/// <param name="Key">The key.</param>
/// <param name="ETag">The entity tag, in quotes; null for a delete marker or when the list does not tell.</param>
/// <param name="Size">The size in bytes; 0 for a delete marker.</param>
/// <param name="LastModified">When it was written there.</param>
/// <param name="VersionId">The newest version; null in a list without versions.</param>
/// <param name="IsDeleteMarker">Whether the newest version says that the object is deleted; never in a list without versions.</param>
public readonly record struct ListingEntry(
    string Key, string? ETag, long Size, DateTimeOffset LastModified, string? VersionId = null, bool IsDeleteMarker = false);
