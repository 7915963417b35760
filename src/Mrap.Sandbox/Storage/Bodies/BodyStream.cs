using Microsoft.Win32.SafeHandles;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Bodies;

/// <summary>Bytes of a body from an offset on, forward only. The body cannot be removed while the stream is open.</summary>
internal sealed class BodyStream : Stream
{
    private readonly BodyReader _reader;
    private readonly ObjectBody _body;
    private readonly BodyPiece[] _pieces;
    private readonly long _length;
    private readonly long _start;
    private long _position;
    private int _piece = -1;
    private FileStream? _file;
    private byte[]? _bytes;
    private bool _isDisposed;

    /// <summary>Opens bytes of a body.</summary>
    /// <exception cref="FileNotFoundException">The body was removed long ago.</exception>
    public BodyStream(BodyReader reader, ObjectBody body, long offset, long length)
    {
        _reader = reader;
        _body = body;
        _start = offset;
        _length = length;
        reader.Enter(body.Id);
        try
        {
            _pieces = body.IsComposite ? reader.Pieces(body) : [new BodyPiece(0, body, new ObjectPart(1, body.Size, []))];
            if (length > 0)
            {
                OpenPieceAt(offset);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = Prepare(buffer.Length, out var offset);
        if (wanted == 0)
        {
            return 0;
        }

        int count;
        if (_bytes is not null)
        {
            _bytes.AsMemory((int)offset, wanted).CopyTo(buffer);
            count = wanted;
        }
        else
        {
            count = await RandomAccess.ReadAsync(Handle(), buffer[..wanted], offset, cancellationToken);
        }

        return Advance(count);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var wanted = Prepare(buffer.Length, out var offset);
        if (wanted == 0)
        {
            return 0;
        }

        if (_bytes is null)
        {
            return Advance(RandomAccess.Read(Handle(), buffer[..wanted], offset));
        }

        _bytes.AsSpan((int)offset, wanted).CopyTo(buffer);
        return Advance(wanted);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _file?.Dispose();
            _reader.Leave(_body.Id);
        }

        base.Dispose(disposing);
    }

    private SafeFileHandle Handle() => _file!.SafeFileHandle;

    // gives how many bytes can be read in one go and where in the piece they are; 0 at the end
    private int Prepare(int room, out long offset)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        offset = 0;
        if (_position == _length || room == 0)
        {
            return 0;
        }

        var at = _start + _position;
        if (at >= _pieces[_piece].Offset + _pieces[_piece].Body.Size)
        {
            OpenPieceAt(at);
        }

        var piece = _pieces[_piece];
        offset = at - piece.Offset;
        return (int)Math.Min(room, Math.Min(piece.Body.Size - offset, _length - _position));
    }

    private int Advance(int count)
    {
        if (count == 0)
        {
            throw new EndOfStreamException("The file of a body is shorter than it was when it was stored.");
        }

        _position += count;
        return count;
    }

    private void OpenPieceAt(long offset)
    {
        _file?.Dispose();
        _file = null;
        _bytes = null;
        _piece = Math.Max(_piece, 0);
        if (_piece == 0 && offset > 0)
        {
            _piece = PieceAt(offset);
        }

        while (offset >= _pieces[_piece].Offset + _pieces[_piece].Body.Size)
        {
            _piece++;
        }

        var body = _pieces[_piece].Body;
        if (body.IsInline)
        {
            _bytes = _reader.Bytes(body);
        }
        else
        {
            _file = _reader.OpenFile(body);
        }
    }

    private int PieceAt(long offset)
    {
        var low = 0;
        var high = _pieces.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Offset <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
