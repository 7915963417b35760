using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Storage;

/// <summary>The exclusive hold on the data directory: two processes on one directory would overwrite each other's objects.</summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private const string FileName = ".lock";

    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <summary>Makes the directory when it is not there and locks it.</summary>
    /// <param name="directory">The full path.</param>
    /// <returns>The lock; the operating system lets go of it when the process ends in whatever way.</returns>
    /// <exception cref="DataDirectoryException">Another process holds it, or it cannot be written.</exception>
    public static DataDirectoryLock Take(string directory)
    {
        try
        {
            // Keys, users and objects lie below: nobody else may enter, whatever the modes of older files there are.
            OwnerOnly.MakeDirectory(directory);
            var probe = Path.Combine(directory, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw DataDirectoryException.NotWritable(directory, fault);
        }

        try
        {
            return new DataDirectoryLock(
                new FileStream(Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw DataDirectoryException.NotWritable(directory, fault);
        }
        catch (IOException fault)
        {
            throw DataDirectoryException.InUse(directory, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
