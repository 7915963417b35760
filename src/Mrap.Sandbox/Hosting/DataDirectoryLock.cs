namespace Mrap.Sandbox.Hosting;

/// <summary>The hold of one process on a data directory. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(string path, FileStream file)
    {
        Path = path;
        _file = file;
    }

    /// <summary>The full path of the directory.</summary>
    public string Path { get; }

    /// <summary>Makes the directory where it is missing and takes hold of it.</summary>
    /// <exception cref="SandboxStartException">It cannot be made or written, or another process holds it.</exception>
    public static DataDirectoryLock Take(string directory)
    {
        string path;
        try
        {
            path = System.IO.Path.GetFullPath(directory);
            Directory.CreateDirectory(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SandboxStartException($"{SandboxOptions.Section}:{nameof(SandboxOptions.DataDirectory)} is `{directory}`, but that directory cannot be made: {fault.Message}", fault);
        }

        var file = System.IO.Path.Combine(path, "sandbox.lock");
        try
        {
            return new DataDirectoryLock(path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new SandboxStartException($"{SandboxOptions.Section}:{nameof(SandboxOptions.DataDirectory)} is `{path}`, but that directory cannot be written: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            throw new SandboxStartException($"{SandboxOptions.Section}:{nameof(SandboxOptions.DataDirectory)} is `{path}`, but that directory is in use by another sandbox or cannot be written: {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
