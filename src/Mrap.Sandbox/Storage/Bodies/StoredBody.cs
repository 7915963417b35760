using System.Buffers;
using System.Collections.Immutable;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Bodies;

/// <summary>A staged body: bytes in a rented buffer, or a file in the staging folder.</summary>
internal sealed class StoredBody : StagedBody
{
    private readonly BodyFiles _files;
    private byte[]? _inline;
    private bool _isTaken;

    /// <summary>Holds a body that was read to its end.</summary>
    internal StoredBody(BodyFiles files, long id, byte[]? inline, long size, byte[] md5, ImmutableArray<ObjectChecksum> checksums)
    {
        _files = files;
        _inline = inline;
        Id = id;
        IsFile = inline is null;
        Size = size;
        Md5 = md5;
        Checksums = checksums;
    }

    /// <summary>The number the body will have.</summary>
    public long Id { get; }

    /// <summary>Whether the bytes are in a file.</summary>
    public bool IsFile { get; }

    /// <inheritdoc/>
    public override long Size { get; }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Md5 { get; }

    /// <inheritdoc/>
    public override ImmutableArray<ObjectChecksum> Checksums { get; }

    /// <summary>The bytes of a body that is not in a file.</summary>
    public ReadOnlySpan<byte> Inline =>
        _inline is null ? throw new ObjectDisposedException(nameof(StoredBody)) : _inline.AsSpan(0, (int)Size);

    /// <summary>Says that a committed row owns the body now; its file moves to its place.</summary>
    public void Take()
    {
        _isTaken = true;
        if (IsFile)
        {
            _files.MoveToPlace(Id);
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _inline, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (IsFile && !_isTaken)
        {
            _files.RemoveStaged(Id);
        }

        return ValueTask.CompletedTask;
    }
}
