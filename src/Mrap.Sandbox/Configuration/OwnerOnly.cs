using System.Runtime.InteropServices;

namespace Mrap.Sandbox.Configuration;

/// <summary>
/// Keeps what is written to its owner: directories get the mode 0700, files 0600. On Windows they inherit what stands above them.
/// </summary>
public static class OwnerOnly
{
    private const uint GroupAndOthers = 0b000_111_111;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnDirectory = OwnFile | UnixFileMode.UserExecute;

    /// <summary>
    /// Sets it for every directory and file that the process makes from now on, those of libraries among them. Called before anything is
    /// written.
    /// </summary>
    public static void EnforceForProcess()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(GroupAndOthers);
        }
    }

    /// <summary>Makes a directory, or takes the rights of others away from one that is there.</summary>
    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnDirectory);
        File.SetUnixFileMode(path, OwnDirectory);
    }

    /// <summary>Makes an empty file, or takes the rights of others away from one that is there.</summary>
    public static void MakeFile(string path)
    {
        if (!File.Exists(path))
        {
            using var made = new FileStream(path, New());
        }
        else if (!OperatingSystem.IsWindows())
        {
            // It is not opened: to close it would end the locks that this process has on a database.
            File.SetUnixFileMode(path, OwnFile);
        }
    }

    /// <summary>Writes a small file that appears whole, or not at all: beside its place, and moved there.</summary>
    internal static void WriteFile(string path, string text)
    {
        var temporary = path + ".new";
        File.Delete(temporary);
        using (var file = new StreamWriter(temporary, New()))
        {
            file.Write(text);
            file.Flush();
            ((FileStream)file.BaseStream).Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static FileStreamOptions New()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        return options;
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint SetMask(uint mask);
}
