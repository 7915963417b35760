using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A version of an object, or a delete marker.</summary>
internal sealed record ObjectVersion
{
    /// <summary>The number of the row; names the version inside its Region.</summary>
    public required long Id { get; init; }

    /// <summary>The bucket.</summary>
    public required BucketName Bucket { get; init; }

    /// <summary>The key: 1 to 1,024 bytes of UTF-8.</summary>
    public required string Key { get; init; }

    /// <summary>The version ID, <c>null</c> as text for the null version.</summary>
    public required string VersionId { get; init; }

    /// <summary>Whether this is the newest version of its key.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>Whether this is a delete marker: no body, no attributes.</summary>
    public required bool IsDeleteMarker { get; init; }

    /// <summary>The size of the body in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The ETag without its quotes; empty for a delete marker.</summary>
    public required string ETag { get; init; }

    /// <summary>When it was written, UTC, to the millisecond.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Headers, metadata and tags given with the write.</summary>
    public required ObjectAttributes Attributes { get; init; }

    /// <summary>The checksums kept for the body.</summary>
    public ImmutableArray<ObjectChecksum> Checksums { get; init; } = [];

    /// <summary>
    /// The parts of a multipart object in their order; empty for an object put whole, and in listings, which do not load them.
    /// </summary>
    public ImmutableArray<ObjectPart> Parts { get; init; } = [];

    /// <summary>Where the bytes are; null for a delete marker.</summary>
    public ObjectBody? Body { get; init; }
}
