using System.Collections.Immutable;

namespace Mrap.Sandbox.Storage;

/// <summary>A page of uploads under way.</summary>
/// <param name="CommonPrefixes">The common prefixes, in UTF-8 byte order.</param>
/// <param name="IsTruncated">Whether there is more.</param>
internal sealed record UploadPage(ImmutableArray<MultipartUpload> Uploads, ImmutableArray<string> CommonPrefixes, bool IsTruncated);
