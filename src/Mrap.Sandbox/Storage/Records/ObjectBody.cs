using System.Collections.Immutable;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>Where the bytes of a version are, and the bytes themselves once a small body was read.</summary>
/// <param name="id">The number of the body in its Region.</param>
/// <param name="size">The size in bytes.</param>
/// <param name="isComposite">Whether the bytes are those of its pieces one after the other.</param>
internal sealed class ObjectBody(long id, long size, bool isComposite)
{
    private volatile byte[]? _bytes;
    private volatile BodyPiece[]? _pieces;

    /// <summary>The number of the body in its Region.</summary>
    public long Id { get; } = id;

    /// <summary>The size in bytes.</summary>
    public long Size { get; } = size;

    /// <summary>Whether the bytes are those of its pieces one after the other.</summary>
    public bool IsComposite { get; } = isComposite;

    /// <summary>Whether the bytes are in the database and not in a file.</summary>
    public bool IsInline => !IsComposite && Size <= StorageOptions.InlineLimit;

    /// <summary>The bytes of a small body; null until they were first read.</summary>
    public byte[]? Bytes
    {
        get => _bytes;
        set => _bytes = value;
    }

    /// <summary>The pieces of a composite body; null until they were first read.</summary>
    public BodyPiece[]? Pieces
    {
        get => _pieces;
        set => _pieces = value;
    }

    /// <summary>The parts these pieces were uploaded as.</summary>
    public static ImmutableArray<ObjectPart> PartsOf(BodyPiece[] pieces) => [.. pieces.Select(piece => piece.Part)];
}
