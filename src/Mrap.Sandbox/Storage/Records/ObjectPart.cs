using System.Collections.Immutable;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A part of a completed multipart object.</summary>
/// <param name="Number">The part number it was uploaded under.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Checksums">The checksums kept for it.</param>
internal sealed record ObjectPart(int Number, long Size, ImmutableArray<ObjectChecksum> Checksums);
