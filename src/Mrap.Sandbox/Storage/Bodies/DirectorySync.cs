using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Mrap.Sandbox.Storage.Bodies;

/// <summary>
/// Flushes the names in a folder to the disk. On Windows the file system keeps them in its own journal and there is nothing to do.
/// </summary>
internal static class DirectorySync
{
    /// <summary>Flushes a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int ReadOnly = 0;
        var descriptor = OpenDirectory(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{path}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }

        var result = Synchronize(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (result != 0)
        {
            throw new IOException($"{path}: {new Win32Exception(error).Message}");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int OpenDirectory(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int descriptor);
}
