using System.Collections.Immutable;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Listings;

/// <summary>A page of a listing.</summary>
/// <param name="Versions">The versions, in the order of the listing.</param>
/// <param name="CommonPrefixes">The common prefixes, in UTF-8 byte order.</param>
/// <param name="IsTruncated">Whether there is more.</param>
/// <param name="NextAfter">The last key or common prefix of this page, to go on from; null when there is no more.</param>
/// <param name="NextAfterVersionId">The last version ID of this page in a version listing.</param>
internal sealed record ObjectPage(
    ImmutableArray<ObjectVersion> Versions, ImmutableArray<string> CommonPrefixes, bool IsTruncated, string? NextAfter,
    string? NextAfterVersionId);
