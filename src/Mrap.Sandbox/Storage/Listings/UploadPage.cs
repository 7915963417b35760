using System.Collections.Immutable;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Listings;

/// <summary>A page of uploads under way.</summary>
/// <param name="CommonPrefixes">The common prefixes, in UTF-8 byte order.</param>
/// <param name="IsTruncated">Whether there is more.</param>
internal sealed record UploadPage(ImmutableArray<MultipartUpload> Uploads, ImmutableArray<string> CommonPrefixes, bool IsTruncated);
