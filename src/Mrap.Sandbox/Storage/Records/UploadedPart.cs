using System.Collections.Immutable;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A part of a multipart upload under way.</summary>
/// <param name="Number">The part number, 1 to 10,000.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ETag">Its MD5 in lower-case hexadecimal, without quotes.</param>
/// <param name="LastModified">When it was stored, UTC.</param>
internal sealed record UploadedPart(
    int Number, long Size, string ETag, DateTimeOffset LastModified, ImmutableArray<ObjectChecksum> Checksums);
