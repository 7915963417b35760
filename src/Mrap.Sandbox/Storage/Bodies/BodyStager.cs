using System.Buffers;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage.Checksums;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Bodies;

/// <summary>Reads bodies into memory while they are small and into files of the staging folder once they are not.</summary>
/// <param name="files">The files of the Region.</param>
/// <param name="durability">Whether a file must be on the disk before its body counts as staged.</param>
/// <param name="nextBody">Gives out the numbers of bodies.</param>
internal sealed class BodyStager(BodyFiles files, Durability durability, Func<long> nextBody)
{
    private const int FirstBuffer = 8 * 1024;
    private const int FileBuffer = 128 * 1024;

    /// <summary>Reads a body to its end.</summary>
    public async Task<StoredBody> StageAsync(
        Stream source, IReadOnlyCollection<ChecksumAlgorithm> checksums, long? expectedLength, CancellationToken cancellation)
    {
        using var digest = new BodyDigest(checksums);

        // one byte more than announced, so that the end of the stream is seen without a larger buffer
        var first = (int)Math.Clamp((expectedLength ?? FirstBuffer) + 1, 256, StorageOptions.InlineLimit + 1);
        var buffer = ArrayPool<byte>.Shared.Rent(first);
        try
        {
            var length = 0;
            while (length <= StorageOptions.InlineLimit)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }

                var count = await source.ReadAsync(buffer.AsMemory(length), cancellation);
                if (count == 0)
                {
                    digest.Append(buffer.AsSpan(0, length));
                    var (md5, values) = digest.Finish();
                    var body = new StoredBody(files, nextBody(), buffer, length, md5, values);
                    buffer = null;
                    return body;
                }

                length += count;
            }

            digest.Append(buffer.AsSpan(0, length));
            return await SpillAsync(source, digest, buffer.AsMemory(0, length), cancellation);
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private async Task<StoredBody> SpillAsync(Stream source, BodyDigest digest, ReadOnlyMemory<byte> start, CancellationToken cancellation)
    {
        var id = nextBody();
        var buffer = ArrayPool<byte>.Shared.Rent(FileBuffer);
        var isComplete = false;
        try
        {
            long length = start.Length;
            using (
                var file = File.OpenHandle(
                    files.StagingPath(id), FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete,
                    FileOptions.Asynchronous))
            {
                await RandomAccess.WriteAsync(file, start, 0, cancellation);
                while (true)
                {
                    var count = await source.ReadAtLeastAsync(buffer, FileBuffer, throwOnEndOfStream: false, cancellation);
                    if (count == 0)
                    {
                        break;
                    }

                    digest.Append(buffer.AsSpan(0, count));
                    await RandomAccess.WriteAsync(file, buffer.AsMemory(0, count), length, cancellation);
                    length += count;
                }

                if (durability == Durability.Full)
                {
                    RandomAccess.FlushToDisk(file);
                }
            }

            var (md5, values) = digest.Finish();
            isComplete = true;
            return new StoredBody(files, id, inline: null, length, md5, values);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!isComplete)
            {
                files.RemoveStaged(id);
            }
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 4, StorageOptions.InlineLimit + 1));
        buffer.AsSpan().CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
