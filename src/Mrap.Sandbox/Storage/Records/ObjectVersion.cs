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

    /// <summary>
    /// When it was written, at its source when it is a replica, in ticks since 1970; larger than that of any version of its key that was
    /// there. The version of the largest rank is the newest, of equal ones that of the larger ID: so it is everywhere.
    /// </summary>
    public long Rank { get; init; }

    /// <summary>When its tags were last changed, in ticks since 1970; 0 when they never were. Of two changes the later counts.</summary>
    public long Changed { get; init; }

    /// <summary>How its replication stands.</summary>
    public VersionReplication Replication { get; init; }

    /// <summary>Where the bytes are; null for a delete marker.</summary>
    public ObjectBody? Body { get; init; }
}
