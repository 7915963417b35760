using System.Buffers;
using System.Collections.Concurrent;
using Mrap.Sandbox.Storage.Reading;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Bodies;

/// <summary>Reads the bytes of bodies, and knows which bodies are being read.</summary>
/// <param name="files">The files of the Region.</param>
/// <param name="pool">The connections of the Region.</param>
internal sealed class BodyReader(BodyFiles files, ReadPool pool)
{
    private const int CopyBuffer = 128 * 1024;

    private readonly ConcurrentDictionary<long, int> _open = new();

    /// <summary>Whether somebody reads a body, so that it cannot be removed yet.</summary>
    public bool IsOpen(long body) => _open.ContainsKey(body);

    /// <summary>The bytes of a small body: from memory, or else from the database.</summary>
    public byte[] Bytes(ObjectBody body) => body.Bytes ?? pool.Read(body, static (session, wanted) => session.LoadBytes(wanted));

    /// <summary>Opens a file for reading.</summary>
    public FileStream OpenFile(ObjectBody body) => files.Open(body.Id);

    /// <summary>The pieces of a composite body.</summary>
    public BodyPiece[] Pieces(ObjectBody body) => body.Pieces ?? pool.Read(body, static (session, wanted) => session.LoadPieces(wanted));

    /// <summary>Notes that a body is being read.</summary>
    public void Enter(long body) => _open.AddOrUpdate(body, 1, static (_, count) => count + 1);

    /// <summary>Notes that somebody has stopped reading a body.</summary>
    public void Leave(long body)
    {
        while (_open.TryGetValue(body, out var count))
        {
            if (count == 1 ? _open.TryRemove(KeyValuePair.Create(body, 1)) : _open.TryUpdate(body, count - 1, count))
            {
                return;
            }
        }
    }

    /// <summary>Copies bytes of a body to a stream.</summary>
    public async Task CopyAsync(ObjectBody body, long offset, long length, Stream destination, CancellationToken cancellation)
    {
        if (body.IsInline)
        {
            await destination.WriteAsync(Bytes(body).AsMemory((int)offset, (int)length), cancellation);
            return;
        }

        var source = new BodyStream(this, body, offset, length);
        await using (source)
        {
            var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, CopyBuffer));
            try
            {
                int count;
                while ((count = await source.ReadAsync(buffer, cancellation)) > 0)
                {
                    await destination.WriteAsync(buffer.AsMemory(0, count), cancellation);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
